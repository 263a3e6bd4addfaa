/// Calls of models as OpenTelemetry sees them. Start at
/// [io.assay.evaluator.telemetry.CallTelemetry].
///
/// A newcomer would wrongly assume that spans are open while a call runs: they are made when it has
/// ended, from what its output says, so that nothing is measured twice.
@NullMarked
package io.assay.evaluator.telemetry;

import org.jspecify.annotations.NullMarked;
