package io.assay.tasks.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.statistics.Bootstrap;
import io.assay.tasks.statistics.SegmentSums;
import io.assay.tasks.text.UnknownName;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Corpus scores resampled as sacreBLEU does it: the bootstrap of one system's, approximate
/// randomization of two systems'. Segments are judged once; resamples add up what they count.
@AutoService(ReferenceFunction.class)
public final class ResamplingReference implements ReferenceFunction {

  private static final Map<String, CorpusMetric> METRICS =
      Map.of(
          "bleu", Bleu.DEFAULT, "chrf", Chrf.DEFAULT, "chrf++", Chrf.PLUS_PLUS, "ter", Ter.DEFAULT);

  @Override
  public List<String> names() {
    return List.of("bootstrap_corpus_metric", "paired_approximate_randomization");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    CorpusMetric metric = metric(line.params().text("metric", "bleu"));
    return line.metric().equals("bootstrap_corpus_metric")
        ? bootstrap(line, metric)
        : randomization(line, metric);
  }

  private static CorpusMetric metric(String name) {
    CorpusMetric metric = METRICS.get(name);
    if (metric == null) {
      throw new UnknownName("corpus metric", name, METRICS.keySet().stream().sorted().toList());
    }
    return metric;
  }

  private static JsonNode bootstrap(VectorLine line, CorpusMetric metric) {
    double[][] segments = segments(line, "predictions", metric);
    int[][] resamples =
        VectorJson.list(line.input("resample_indices"), VectorJson::integers).toArray(int[][]::new);
    for (int[] resample : resamples) {
      if (Arrays.stream(resample).anyMatch(place -> place < 0 || place >= segments.length)) {
        throw new IllegalArgumentException(
            "a resample holds a place beyond " + segments.length + " segments");
      }
    }
    var sums = new SegmentSums(segments, metric::score);
    double[] replicates = sums.replicates(resamples);
    var interval = Bootstrap.meanAndHalf(replicates);
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.set("segment_statistics", VectorJson.json(List.of(segments), VectorJson::json));
    actual.set("replicate_scores", VectorJson.json(replicates));
    actual.set("mean", VectorJson.json(interval.mean()));
    actual.set("ci95_half_width", VectorJson.json(interval.half()));
    actual.set("score", VectorJson.json(sums.score()));
    return actual;
  }

  private static JsonNode randomization(VectorLine line, CorpusMetric metric) {
    var first = new SegmentSums(segments(line, "first", metric), metric::score);
    var second = new SegmentSums(segments(line, "second", metric), metric::score);
    boolean[][] keep =
        VectorJson.list(line.input("keep_first_masks"), ResamplingReference::mask)
            .toArray(boolean[][]::new);
    SegmentSums.Randomized randomized = first.randomized(second, keep);
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.set("score_first", VectorJson.json(randomized.first()));
    actual.set("score_second", VectorJson.json(randomized.second()));
    actual.set("difference", VectorJson.json(randomized.difference()));
    actual.set("trial_differences", VectorJson.json(randomized.trials()));
    actual.set("pvalue", VectorJson.json(randomized.p()));
    return actual;
  }

  private static boolean[] mask(JsonNode node) {
    List<Boolean> flags = VectorJson.list(node, JsonNode::booleanValue);
    var mask = new boolean[flags.size()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = flags.get(i);
    }
    return mask;
  }

  private static double[][] segments(VectorLine line, String system, CorpusMetric metric) {
    List<String> hypotheses = VectorJson.texts(line.input(system));
    List<List<String>> references =
        VectorJson.list(line.input("references"), ResamplingReference::references);
    if (hypotheses.size() != references.size()) {
      throw new IllegalArgumentException(
          hypotheses.size()
              + " hypotheses cannot be held against "
              + references.size()
              + " references");
    }
    var segments = new double[hypotheses.size()][];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = metric.statistics(hypotheses.get(i), references.get(i));
    }
    return segments;
  }

  private static List<String> references(JsonNode node) {
    return node.isArray() ? VectorJson.texts(node) : List.of(VectorJson.text(node));
  }
}
