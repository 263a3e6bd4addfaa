/// How much of what was expected an answer contains: ROUGE as Google's `rouge-score` computes it
/// and METEOR as NLTK does. Start with [io.assay.tasks.overlap.RougePair]. The stemmer behind both
/// is NLTK's extension of Porter's, not the published algorithm.
@NullMarked
package io.assay.tasks.overlap;

import org.jspecify.annotations.NullMarked;
