/// Answers held against what was expected, sample by sample: matches, extractions, overlap of
/// words. Start with [ExactMatch]. A newcomer might look for a list of metrics: there is none, a
/// class annotated as a service is found by its name.
@NullMarked
package io.assay.tasks.answer;

import org.jspecify.annotations.NullMarked;
