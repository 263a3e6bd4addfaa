package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of SQuAD's two evaluations. They differ only where there are no words: in the first an
/// answer without words shares none; in the second it is right where none is expected.
enum SquadVersion {
  V1,
  V2;

  private static final List<String> NAMES = List.of("v1", "v2");

  /// The parameter that says which.
  static MetricFactory.Param param(String name) {
    return new MetricFactory.Param(
        name,
        "text",
        "v1",
        "v1: an answer without words is worth 0; v2: it is worth 1 where no answer is expected");
  }

  static SquadVersion of(Params params, String name) {
    return params.choice(name, NAMES).equals("v2") ? V2 : V1;
  }

  /// The sample, where an empty list of targets says that there is no answer to be found.
  Sample withNoAnswer(Sample sample) {
    JsonNode target = sample.target();
    return this == V2 && target != null && target.isArray() && target.isEmpty()
        ? new Sample(
            sample.id(), sample.input(), TextNode.valueOf(""), sample.cluster(), sample.metadata())
        : sample;
  }

  /// The best of several accepted answers.
  ///
  /// @param exact whether one of them has the same words in the same order
  /// @param f1 the largest harmonic mean of precision and recall over bags of words
  /// @param nearest the words of the one with that mean
  record Score(boolean exact, double f1, List<String> nearest) {}

  /// How near the words of an answer are to those of the accepted ones.
  ///
  /// @param accepted at least one
  Score score(List<String> given, List<String> accepted) {
    boolean exact = false;
    double best = -1;
    List<String> nearest = List.of();
    for (List<String> gold : golds(accepted)) {
      double f1 = f1(given, gold);
      exact |= given.equals(gold);
      if (f1 > best) {
        best = f1;
        nearest = gold;
      }
    }
    return new Score(exact, best, nearest);
  }

  /// Whether an answer has the same words in the same order as one of the accepted ones.
  boolean isExact(List<String> given, List<String> accepted) {
    return golds(accepted).contains(given);
  }

  private List<List<String>> golds(List<String> accepted) {
    List<List<String>> golds = accepted.stream().map(SquadWords::of).toList();
    if (this == V1) {
      return golds;
    }
    List<List<String>> some = golds.stream().filter(each -> !each.isEmpty()).toList();
    return some.isEmpty() ? List.of(List.of()) : some;
  }

  private double f1(List<String> given, List<String> gold) {
    if (this == V2 && (given.isEmpty() || gold.isEmpty())) {
      return given.isEmpty() && gold.isEmpty() ? 1 : 0;
    }
    int common = common(given, gold);
    if (common == 0) {
      return 0;
    }
    double precision = (double) common / given.size();
    double recall = (double) common / gold.size();
    return 2 * precision * recall / (precision + recall);
  }

  private static int common(List<String> given, List<String> gold) {
    Map<String, Integer> left = HashMap.newHashMap(gold.size());
    for (String word : gold) {
      left.merge(word, 1, Integer::sum);
    }
    int common = 0;
    for (String word : given) {
      Integer more = left.get(word);
      if (more != null && more > 0) {
        left.put(word, more - 1);
        common++;
      }
    }
    return common;
  }
}
