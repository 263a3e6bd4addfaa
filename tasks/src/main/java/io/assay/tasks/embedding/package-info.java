/// Vectors held against what people judged alike: similarity of pairs, retrieval over a corpus.
/// Start with [RetrievalMetric]. A newcomer might expect these numbers to be means over samples:
/// they are functions of the whole table, see `SetMetric`.
@NullMarked
package io.assay.tasks.embedding;

import org.jspecify.annotations.NullMarked;
