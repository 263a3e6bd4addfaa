/// Asking judges. Start at [io.assay.scorer.consult.Inquiries]: it decides what is asked next or
/// what the scores are, from what a question itself carries. Answers that are compared with each
/// other are brought together by [io.assay.scorer.consult.CandidateHandler].
///
/// A newcomer would wrongly assume that somebody waits for a judge: nobody does. The judge's output
/// comes back like any other and holds all that is needed to go on.
@NullMarked
package io.assay.scorer.consult;

import org.jspecify.annotations.NullMarked;
