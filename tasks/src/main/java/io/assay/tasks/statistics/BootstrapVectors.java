package io.assay.tasks.statistics;

import static io.assay.tasks.statistics.MeanVectors.ends;
import static io.assay.tasks.vectors.VectorJson.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.text.UnknownName;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Bootstraps of means as SciPy, sacreBLEU and lm-evaluation-harness give them.
@AutoService(ReferenceFunction.class)
public final class BootstrapVectors implements ReferenceFunction {

  private static final List<String> STATISTICS = List.of("mean", "median", "perplexity");

  @Override
  public List<String> names() {
    return List.of("bootstrap_mean", "bootstrap_exhaustive", "lm_eval_bootstrap_stderr");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "bootstrap_mean" -> mean(line);
      case "bootstrap_exhaustive" -> exhaustive(line);
      default -> lmEval(line);
    };
  }

  static int[][] resamples(VectorLine line, int size) {
    int[][] resamples =
        VectorJson.list(line.input("resample_indices"), VectorJson::integers).toArray(int[][]::new);
    for (int[] resample : resamples) {
      if (!Arrays.stream(resample).allMatch(place -> place >= 0 && place < size)) {
        throw new IllegalArgumentException("a resample holds a place beyond " + size + " values");
      }
    }
    return resamples;
  }

  static String percent(double level) {
    return Long.toString(Math.round(level * 100));
  }

  private static JsonNode mean(VectorLine line) {
    double level = line.params().number("confidence", 0.95);
    double[] values = VectorJson.numbers(line.input("values"));
    var summary = Summary.of(values);
    double[] replicates = Bootstrap.means(values, resamples(line, values.length));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.set("replicate_means", json(replicates));
    actual.put("mean", summary.mean());
    actual.put("bootstrap_std", Summary.of(replicates).sampleDeviation().orElse(Double.NaN));
    actual.set("percentile_" + percent(level), percentile(replicates, level));
    actual.set("percentile_90", percentile(replicates, 0.9));
    actual.set(
        "basic_" + percent(level),
        ends(Bootstrap.basic(summary.mean(), replicates, level).orElseThrow()));
    var sacreBleu = Bootstrap.meanAndHalf(replicates);
    actual.set("sacrebleu_mean_ci", json(sacreBleu.mean(), sacreBleu.half()));
    if (summary.max() > summary.min()) {
      putAccelerated(actual, values, replicates, level);
    }
    return actual;
  }

  private static JsonNode percentile(double[] replicates, double level) {
    return ends(
        Intervals.percentile(replicates, level)
            .orElseThrow(() -> new IllegalArgumentException("expected at least two resamples")));
  }

  private static void putAccelerated(
      ObjectNode actual, double[] values, double[] replicates, double level) {
    Optional<Bootstrap.Accelerated> accelerated =
        Bootstrap.accelerated(values, replicates, PairwiseSum::mean, level);
    Interval none = new Interval(Double.NaN, Double.NaN);
    actual.set(
        "bca_" + percent(level),
        ends(accelerated.map(Bootstrap.Accelerated::interval).orElse(none)));
    actual.set(
        "bca_probabilities",
        ends(accelerated.map(each -> new Interval(each.low(), each.high())).orElse(none)));
    actual.set("acceleration", json(Bootstrap.acceleration(values, PairwiseSum::mean)));
  }

  private static JsonNode exhaustive(VectorLine line) {
    double[] means = Bootstrap.exhaustiveMeans(VectorJson.numbers(line.input("values")));
    var summary = Summary.of(means);
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("n_resamples", means.length);
    actual.put("mean", summary.mean());
    actual.put("std_population", Math.sqrt(summary.populationVariance()));
    actual.set("percentile_95_linear", percentile(means, 0.95));
    actual.put(
        "distinct",
        Arrays.stream(means).map(each -> Math.rint(each * 1e12) / 1e12).distinct().count());
    return actual;
  }

  private static JsonNode lmEval(VectorLine line) {
    double[] values = VectorJson.numbers(line.input("values"));
    int iterations = line.params().integer("iters", 100000);
    double error =
        LmEvalBootstrap.standardError(
            values, statistic(line.params().text("statistic", "mean")), iterations);
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.set("stderr", json(error));
    var first = actual.putArray("first_resample_indices_chunk0");
    for (int place : new PythonRandom(0).choices(values.length, values.length)) {
      first.add(place);
    }
    return actual;
  }

  private static ToDoubleFunction<double[]> statistic(String name) {
    return switch (name) {
      case "mean" -> values -> Arrays.stream(values).reduce(0, Double::sum) / values.length;
      case "perplexity" ->
          values -> Math.exp(-Arrays.stream(values).reduce(0, Double::sum) / values.length);
      case "median" -> BootstrapVectors::upperMedian;
      default -> throw new UnknownName("statistic", name, STATISTICS);
    };
  }

  private static double upperMedian(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
