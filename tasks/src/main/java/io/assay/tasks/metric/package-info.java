/// Metrics: what one answer is worth, and what many are worth together. Start at
/// [io.assay.tasks.metric.Metric], then its two kinds. A metric never sees a stream: it is a pure
/// function of the table of contributions.
@NullMarked
package io.assay.tasks.metric;

import org.jspecify.annotations.NullMarked;
