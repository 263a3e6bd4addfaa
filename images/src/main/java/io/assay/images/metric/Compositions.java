package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Answer.Found;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.images.prompts.CompositionCheck;
import io.assay.images.prompts.DetectedObject;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// GenEval's summary of images that are right or wrong. Images are the resampled units.
final class Compositions extends Definition implements SetMetric {

  private final String summary;

  Compositions(MetricFactory factory, Params params) {
    super(factory, params);
    summary = params.choice("summary", List.of("tags", "images", "prompts"));
  }

  @Override
  public Optional<String> problemWith(Sample sample) {
    try {
      Demands.of(sample);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage() + ", for geneval");
    }
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    if (!(answer instanceof Answer.Images images)) {
      return wrongAnswer(answer, "images");
    }
    if (images.found() == null) {
      return unjudgeable(
          "no detector has looked at the image of sample "
              + sample.id()
              + ": geneval needs objects beside it, see docs/images.md");
    }
    try {
      return judged(Demands.of(sample), images.found());
    } catch (IllegalArgumentException e) {
      return unjudgeable("sample " + sample.id() + ": " + e.getMessage());
    }
  }

  private Judgement judged(Demands demands, List<Found> found) {
    CompositionCheck check =
        CompositionCheck.of(counted(found, demands), demands.included(), demands.excluded());
    double right = check.correct() ? 1 : 0;
    return new Judgement.Judged(
        new Contribution(
            spec(),
            right,
            List.of(right),
            null,
            Map.of(demands.tag(), right),
            check.correct() ? "all is there" : String.join("; ", check.missing())));
  }

  private static Map<String, List<DetectedObject>> counted(List<Found> found, Demands demands) {
    Map<String, List<DetectedObject>> byClass = new HashMap<>();
    for (Found each : found) {
      List<Double> box = each.box();
      byClass
          .computeIfAbsent(each.name(), _ -> new ArrayList<>())
          .add(
              new DetectedObject(
                  box.get(0),
                  box.get(1),
                  box.get(2),
                  box.get(3),
                  each.confidence(),
                  each.colour()));
    }
    byClass.replaceAll((_, objects) -> CompositionCheck.counted(objects, demands.counting()));
    return byClass;
  }

  /// What is counted as one: a kind of prompts, a sample with all its repeats, or everything.
  private String group(Row row) {
    return switch (summary) {
      case "tags" -> row.contribution().labels().keySet().iterator().next();
      case "prompts" -> row.sampleId();
      default -> "";
    };
  }

  @Override
  public Prepared prepare(List<Row> rows) {
    List<Row> sorted = FeatureSets.of(rows).made();
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups =
        sorted.stream()
            .mapToInt(row -> numbers.computeIfAbsent(group(row), _ -> numbers.size()))
            .toArray();
    double[] right =
        sorted.stream().mapToDouble(row -> row.contribution().statistics().getFirst()).toArray();
    var first = new int[numbers.size()];
    for (int i = groups.length - 1; i >= 0; i--) {
      first[groups[i]] = i;
    }
    return new Groups(
        FeatureSets.clusters(sorted), groups, right, first, summary.equals("prompts"));
  }

  /// @param groupOf each image's group
  /// @param right 1 for each right image
  /// @param first of each group, an image
  /// @param any whether a group is worth 1 where any of its images is right, else their share; then
  ///   groups are samples, whose repeats are drawn together and so have one weight
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  private record Groups(
      List<String> clusters, int[] groupOf, double[] right, int[] first, boolean any)
      implements SetMetric.Prepared {

    @Override
    public OptionalDouble value() {
      var ones = new int[right.length];
      Arrays.fill(ones, 1);
      return value(ones);
    }

    @Override
    public OptionalDouble value(int[] weights) {
      var sums = new double[first.length];
      var counts = new long[first.length];
      for (int i = 0; i < right.length; i++) {
        sums[groupOf[i]] += weights[i] * right[i];
        counts[groupOf[i]] += weights[i];
      }
      double sum = 0;
      long present = 0;
      for (int group = 0; group < first.length; group++) {
        if (counts[group] > 0) {
          long weight = any ? weights[first[group]] : 1;
          sum += weight * (any ? Math.signum(sums[group]) : sums[group] / counts[group]);
          present += weight;
        }
      }
      return present == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / present);
    }
  }
}
