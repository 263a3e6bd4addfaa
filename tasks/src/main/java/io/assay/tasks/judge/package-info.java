/// Metrics that ask other models: judges that rate or compare answers, and embedding models. Start
/// at [io.assay.tasks.judge.OpinionMetric]: it turns replies into opinions, of which each metric
/// makes its number. Nothing here calls a model; see [io.assay.tasks.metric.Consulting].
@NullMarked
package io.assay.tasks.judge;

import org.jspecify.annotations.NullMarked;
