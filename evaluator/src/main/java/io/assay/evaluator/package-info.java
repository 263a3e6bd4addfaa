/// prompt → output: takes prompts from its pools, calls their models, publishes what came back.
/// Start at [io.assay.evaluator.PromptHandler], then [io.assay.evaluator.Evaluation], then
/// [io.assay.evaluator.provider.Provider].
///
/// A newcomer would wrongly assume that the evaluator judges: here it is the worker that asks the
/// model; the scorer judges.
@NullMarked
package io.assay.evaluator;

import org.jspecify.annotations.NullMarked;
