/// The providers, one file each: the listing of this folder is the list of ways to reach a model.
/// Start at [io.assay.evaluator.providers.Providers]; the smallest is
/// [io.assay.evaluator.providers.FakeProvider].
///
/// A newcomer would wrongly assume that a provider sees only the request: the recorded and the fake
/// one also look at the sample, which the others must not.
@NullMarked
package io.assay.evaluator.providers;

import org.jspecify.annotations.NullMarked;
