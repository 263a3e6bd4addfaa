/// Datasets as streams of samples: JSONL, JSON, CSV, TSV, Parquet, BEIR's layout and well-known
/// benchmarks' own, local, fetched or from the Hugging Face hub. Start at
/// [io.assay.producer.dataset.Dataset]. The order is deterministic, so that a position in it is a
/// number; nothing here holds a whole dataset in memory.
@NullMarked
package io.assay.producer.dataset;

import org.jspecify.annotations.NullMarked;
