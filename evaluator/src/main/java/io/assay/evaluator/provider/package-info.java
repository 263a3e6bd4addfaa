/// What a provider of models must offer. Start at [io.assay.evaluator.provider.Provider], then
/// [io.assay.evaluator.provider.Model] and its capabilities, then
/// [io.assay.evaluator.provider.CallContext].
///
/// A newcomer would wrongly assume that a failed call is an exception: it is a
/// [io.assay.contracts.event.Completion], because a failure settles its prompt. Exceptions are
/// bugs.
@NullMarked
package io.assay.evaluator.provider;

import org.jspecify.annotations.NullMarked;
