package io.assay.tasks.statistics;

import static io.assay.tasks.vectors.VectorJson.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.stream.IntStream;

/// Means and their errors as NumPy, SciPy and lm-evaluation-harness give them.
@AutoService(ReferenceFunction.class)
public final class MeanVectors implements ReferenceFunction {

  private static final List<String> PERCENTILES =
      List.of("0", "2.5", "5", "25", "50", "75", "95", "97.5", "100");

  @Override
  public List<String> names() {
    return List.of("mean_stderr", "pooled_stderr");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return line.metric().equals("mean_stderr") ? mean(line) : pooled(line);
  }

  private static JsonNode mean(VectorLine line) {
    var summary = Summary.of(VectorJson.numbers(line.input("values")));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("n", summary.count()).put("mean", summary.mean()).put("sum", summary.sum());
    actual.put("variance_population", summary.populationVariance());
    actual.put("std_population", Math.sqrt(summary.populationVariance()));
    actual.put("lm_eval_median", summary.upperMedian()).put("median", summary.median());
    actual.put("min", summary.min()).put("max", summary.max());
    summary.sampleVariance().ifPresent(variance -> actual.put("variance_sample", variance));
    summary.sampleDeviation().ifPresent(deviation -> actual.put("std_sample", deviation));
    summary.standardError().ifPresent(error -> actual.put("stderr", error));
    summary.tInterval(0.95).ifPresent(ends -> actual.set("ci95_t", ends(ends)));
    summary.normalInterval(0.95).ifPresent(ends -> actual.set("ci95_normal", ends(ends)));
    ObjectNode percentiles = actual.putObject("percentiles_linear");
    PERCENTILES.forEach(
        each -> percentiles.put(each, summary.quantile(Double.parseDouble(each) / 100)));
    return actual;
  }

  static JsonNode ends(Interval interval) {
    return json(interval.low(), interval.high());
  }

  private static JsonNode pooled(VectorLine line) {
    double[] errors = VectorJson.numbers(line.input("stderrs"));
    int[] sizes = VectorJson.integers(line.input("sizes"));
    double[] scores = VectorJson.numbers(line.input("metrics"));
    if (errors.length != sizes.length || errors.length != scores.length) {
      throw new IllegalArgumentException("stderrs, sizes and metrics differ in length");
    }
    var pooled =
        new Pooled(
            IntStream.range(0, errors.length)
                .mapToObj(i -> new Pooled.Task(scores[i], errors[i], sizes[i]))
                .toList());
    return JsonNodeFactory.instance
        .objectNode()
        .<ObjectNode>set("pooled_sample_stderr", json(pooled.standardError()))
        .<ObjectNode>set("combined_sample_stderr", json(pooled.combinedStandardError()))
        .<ObjectNode>set("weighted_mean", json(pooled.weightedMean()))
        .set("macro_mean", json(pooled.macroMean()));
  }
}
