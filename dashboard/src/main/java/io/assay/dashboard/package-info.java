/// Metric → eyes. Start at [io.assay.dashboard.projection.Projection]. Everything here is a view of
/// the topics that can be deleted and is rebuilt from them; nothing here writes to Kafka.
@NullMarked
package io.assay.dashboard;

import org.jspecify.annotations.NullMarked;
