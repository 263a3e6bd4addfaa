/// output → score → metric. Start at [io.assay.scorer.score.OutputHandler], then
/// [io.assay.scorer.aggregate.ScoreHandler] and [io.assay.scorer.aggregate.Aggregator].
///
/// A newcomer would wrongly assume that metrics are sums over a stream. They are a function of the
/// table of scores, in which a second score of a sample replaces the first; what is in memory is a
/// cache of that table.
@NullMarked
package io.assay.scorer;

import org.jspecify.annotations.NullMarked;
