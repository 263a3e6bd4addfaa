/// Datasets as streams of samples: JSONL, CSV, TSV and BEIR's layout, local or fetched. Start at
/// [io.assay.producer.dataset.Dataset]. The order is deterministic, so that a position in it is a
/// number; nothing here holds a whole dataset in memory.
@NullMarked
package io.assay.producer.dataset;

import org.jspecify.annotations.NullMarked;
