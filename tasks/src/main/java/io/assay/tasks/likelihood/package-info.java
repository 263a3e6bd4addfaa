/// What log-likelihoods say: perplexity, choices by likelihood, calibration. Start at
/// [io.assay.tasks.likelihood.Perplexity]. Corpus perplexities are ratios of sums, never means of
/// perplexities.
@NullMarked
package io.assay.tasks.likelihood;

import org.jspecify.annotations.NullMarked;
