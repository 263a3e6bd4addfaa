/// From scores to metrics: the table of one model of a job, kept in memory as a cache of
/// `assay.scores`. Start at [io.assay.tasks.aggregate.ScoreTable]. It is no sum over a stream:
/// equal sets of scores give equal numbers, in whatever order and however often they came.
@NullMarked
package io.assay.tasks.aggregate;

import org.jspecify.annotations.NullMarked;
