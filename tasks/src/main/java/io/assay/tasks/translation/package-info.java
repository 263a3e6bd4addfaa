/// How near a translation, or any written answer, comes to references: BLEU, chrF and TER with the
/// results of sacreBLEU 2.6.0. Start with [io.assay.tasks.translation.CorpusMetric]. A corpus score
/// is no mean of sentence scores: segments give statistics, and the score is made of their sums.
@NullMarked
package io.assay.tasks.translation;

import org.jspecify.annotations.NullMarked;
