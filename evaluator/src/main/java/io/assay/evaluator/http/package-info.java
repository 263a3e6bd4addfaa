/// Calls of model servers over HTTP: deadlines that hold, places at an endpoint, retries by kind of
/// error. Start at [io.assay.evaluator.http.Retries], then [io.assay.evaluator.http.ModelClient].
///
/// A newcomer would wrongly assume that the JDK client's own timeout bounds a call. It covers the
/// headers only: a body that stalls would hang for ever, so a [io.assay.evaluator.http.Watchdog]
/// interrupts the call.
@NullMarked
package io.assay.evaluator.http;

import org.jspecify.annotations.NullMarked;
