/// The stage score → metric, progress. Start at [io.assay.scorer.aggregate.ScoreHandler], then
/// [io.assay.scorer.aggregate.Aggregator] and [io.assay.scorer.aggregate.ModelTable].
///
/// A newcomer would wrongly assume that the committed offset says what was handled. It is a
/// checkpoint: the lowest offset that a job which has not ended still needs; a restart reads from
/// there. Threads: one handler thread puts scores, one publishes progress and final metrics'
/// starts, one computes live metrics, one computes final ones, and the consumer's own thread
/// assigns and revokes partitions. They meet in [io.assay.scorer.aggregate.ModelTable], whose
/// methods are synchronized, and nowhere else; nothing is sent for a table that is no longer this
/// instance's.
@NullMarked
package io.assay.scorer.aggregate;

import org.jspecify.annotations.NullMarked;
