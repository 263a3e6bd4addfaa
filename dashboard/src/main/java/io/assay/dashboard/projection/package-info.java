/// Topics → SQL view and live state. Start at [io.assay.dashboard.projection.Projection]; the
/// handlers are named after what they consume. Kafka's committed offsets are not used: the offsets
/// that count are those in the store, written with the rows that they belong to.
@NullMarked
package io.assay.dashboard.projection;

import org.jspecify.annotations.NullMarked;
