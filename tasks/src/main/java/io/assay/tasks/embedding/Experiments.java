package io.assay.tasks.embedding;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How often a classifier learns, from how many examples of each label, as MTEB's classification
/// tasks do it: ten times from eight examples.
///
/// @param count how often
/// @param each how many examples of each label; 0 for all, once
/// @param seed of the draws
record Experiments(int count, int each, int seed) {

  static final List<MetricFactory.Param> PARAMS =
      List.of(
          new MetricFactory.Param(
              "experiments", "integer", "10", "how often it learns, from other examples each time"),
          new MetricFactory.Param(
              "samples_per_label",
              "integer",
              "8",
              "how many examples of each label it learns from; 0 for all of them, once"),
          new MetricFactory.Param("seed", "integer", "42", "of the draws"));

  static Experiments of(Params params) {
    return new Experiments(
        params.integer("experiments", 1),
        params.integer("samples_per_label", 0),
        params.integer("seed", 0));
  }

  /// The places of the examples of each experiment.
  ///
  /// @param labels of the examples, one each
  List<int[]> draws(List<String> labels) {
    if (each == 0) {
      return List.of(IntStream.range(0, labels.size()).toArray());
    }
    var sampler = new FewShotSampler(labels, seed);
    var draws = new ArrayList<int[]>();
    for (int i = 0; i < count; i++) {
      draws.add(sampler.next(each));
    }
    return draws;
  }

  /// The same where an example has any number of labels.
  List<int[]> drawsOfSets(List<List<String>> labels) {
    if (each == 0) {
      return List.of(IntStream.range(0, labels.size()).toArray());
    }
    var sampler = new LabelSetSampler(labels, seed);
    var draws = new ArrayList<int[]>();
    for (int i = 0; i < count; i++) {
      draws.add(sampler.next(each));
    }
    return draws;
  }
}
