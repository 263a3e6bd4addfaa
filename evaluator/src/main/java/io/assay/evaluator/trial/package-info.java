/// Trying a model out, without a job, a queue or a server. Start at
/// [io.assay.evaluator.trial.Trials].
///
/// A newcomer would wrongly assume that a trial calls what a worker would: it calls from the
/// machine and with the keys of whoever tries.
@NullMarked
package io.assay.evaluator.trial;

import org.jspecify.annotations.NullMarked;
