/// The events, one file each, in the order of the flow. Start at [io.assay.contracts.event.Topics]:
/// the pipeline on one page. An event is valid once it exists; unknown fields are ignored by
/// readers, and a failure of a model is an event like any other, never an exception.
@NullMarked
package io.assay.contracts.event;

import org.jspecify.annotations.NullMarked;
