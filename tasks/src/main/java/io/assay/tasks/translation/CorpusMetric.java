package io.assay.tasks.translation;

import io.assay.tasks.metric.AdditiveMetric.Statistic;
import io.assay.tasks.text.UnknownName;
import java.util.List;

/// A metric over a corpus of segments: each segment gives statistics, and the score is a function
/// of their sums. A corpus can so be scored in any order and parts, and resampled without scoring a
/// segment twice.
public sealed interface CorpusMetric permits Bleu, Chrf, Ter {

  /// The release of sacreBLEU whose numbers these are.
  String VERSION = "2.6.0";

  /// What the statistics are, in order.
  List<Statistic> statistics();

  /// The statistics of one segment.
  ///
  /// @param hypothesis what was written
  /// @param references what was expected, one or more texts that are equally good
  /// @throws IllegalArgumentException where there is no reference
  /// @throws TooLong where the work would not end in reasonable time
  double[] statistics(String hypothesis, List<String> references);

  /// The score in percent of statistics that were summed over a corpus; that of a corpus of empty
  /// segments where the sums are 0.
  double score(double[] sums);

  /// The score in percent of a single segment, from its statistics.
  default double segmentScore(double[] statistics) {
    return score(statistics);
  }

  /// Statistics in words, for people.
  String explain(double[] statistics);

  /// How scores were made, in sacreBLEU's notation.
  ///
  /// @param references the number of references of each segment, or `var` where it varies
  String signature(String references);

  /// The score of a corpus.
  ///
  /// @param references the references of each hypothesis
  /// @throws IllegalArgumentException where there are no hypotheses, or not as many lists of
  ///   references as hypotheses, or where one of them is empty
  default double corpusScore(List<String> hypotheses, List<List<String>> references) {
    return score(sums(hypotheses, references));
  }

  /// The summed statistics of a corpus.
  ///
  /// @throws IllegalArgumentException as for [#corpusScore]
  default double[] sums(List<String> hypotheses, List<List<String>> references) {
    if (hypotheses.isEmpty() || hypotheses.size() != references.size()) {
      throw new IllegalArgumentException(
          hypotheses.size()
              + " hypotheses and references of "
              + references.size()
              + " segments, expected equally many and at least one");
    }
    var sums = new double[statistics().size()];
    for (int i = 0; i < hypotheses.size(); i++) {
      double[] segment = statistics(hypotheses.get(i), references.get(i));
      for (int j = 0; j < sums.length; j++) {
        sums[j] += segment[j];
      }
    }
    return sums;
  }

  /// The metric of a name with sacreBLEU's defaults: `bleu`, `chrf`, `chrf++` or `ter`.
  ///
  /// @throws UnknownName where there is none
  static CorpusMetric of(String name) {
    return switch (name) {
      case "bleu" -> Bleu.DEFAULT;
      case "chrf" -> Chrf.DEFAULT;
      case "chrf++" -> Chrf.PLUS_PLUS;
      case "ter" -> Ter.DEFAULT;
      default ->
          throw new UnknownName("corpus metric", name, List.of("bleu", "chrf", "chrf++", "ter"));
    };
  }
}
