/// The stage output → score. Start at [io.assay.scorer.score.OutputHandler], then
/// [io.assay.scorer.score.Judge].
///
/// A newcomer would wrongly assume that a failed call has no score: every output gets exactly one,
/// whose status says how the prompt was settled.
@NullMarked
package io.assay.scorer.score;

import org.jspecify.annotations.NullMarked;
