package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A metric over single texts' vectors with the labels of the texts: a target is a label (text,
/// number or truth value), or a list of any number of labels where the metric takes several.
///
/// A contribution holds the vector; its labels are the sample's, its first statistic tells whether
/// the sample is there to learn from.
abstract class LabelledMetric extends VectorMetric implements SetMetric {

  static final double LEARN = 0;
  static final double ASK = 1;

  private static final List<String> SPLITS = List.of("train", "test");

  private final boolean several;
  private final boolean split;

  /// @param several whether a sample has a list of labels
  /// @param split whether samples are told apart by metadata `split`
  LabelledMetric(MetricFactory factory, Params params, boolean several, boolean split) {
    super(factory, params);
    this.several = several;
    this.split = split;
  }

  @Override
  final Optional<String> textsProblem(Sample sample, int texts) {
    return texts == 1
        ? Optional.empty()
        : Optional.of("input has " + texts + " texts, expected 1 with its label");
  }

  @Override
  final Optional<String> targetProblem(Sample sample) {
    if (labels(sample.target()).isEmpty()) {
      return wrongTarget(sample, several ? "a list of labels" : "a label: a text or a number");
    }
    JsonNode part = sample.metadata().get("split");
    return !split || (part != null && SPLITS.contains(part.asText()))
        ? Optional.empty()
        : Optional.of("metadata.split is " + Targets.describe(part) + ", expected train or test");
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return judgeFitting(
        sample,
        () -> {
          Map<String, Double> labels = labels(sample.target()).orElseThrow();
          JsonNode part = sample.metadata().get("split");
          boolean learn = part != null && part.asText().equals("train");
          return judgeVectors(
              sample,
              answer,
              1,
              vectors ->
                  contributed(
                      List.of(learn ? LEARN : ASK),
                      vectors.getFirst(),
                      labels,
                      (split && learn ? "learnt from: " : "labelled ")
                          + String.join(", ", labels.keySet())));
        });
  }

  /// What is learnt from is common to all slices of what is asked.
  @Override
  public final boolean inEverySlice(Contribution contribution) {
    return split && contribution.statistics().getFirst() == LEARN;
  }

  private Optional<Map<String, Double>> labels(@org.jspecify.annotations.Nullable JsonNode target) {
    if (target == null || target.isNull() || target.isObject() || target.isArray() != several) {
      return Optional.empty();
    }
    Map<String, Double> labels = new HashMap<>();
    for (JsonNode each : several ? target : List.of(target)) {
      if (!each.isValueNode() || each.isNull()) {
        return Optional.empty();
      }
      labels.put(each.asText(), 1.0);
    }
    return Optional.of(labels);
  }
}
