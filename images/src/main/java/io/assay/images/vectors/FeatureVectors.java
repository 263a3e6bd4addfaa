package io.assay.images.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.images.features.FeatureMoments;
import io.assay.images.features.Features;
import io.assay.images.features.FrechetDistance;
import io.assay.images.features.InceptionScore;
import io.assay.images.features.KernelDistance;
import io.assay.images.features.Manifolds;
import io.assay.images.features.PerceptualDistance;
import io.assay.images.features.PerceptualDistance.Layer;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Distances of sets of features as pytorch-fid, clean-fid, torchmetrics and prdc give them, and
/// what LPIPS does after its network.
@AutoService(ReferenceFunction.class)
public final class FeatureVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int REFERENCE_SUBSETS = 100;
  private static final int SUBSETS = 2000;
  private static final int LARGEST_SUBSET = 1000;

  @Override
  public List<String> names() {
    return List.of("fid", "moments_merge", "kid", "prdc", "inception_score", "lpips_core");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "fid" -> fid(Inputs.features(line, "features1"), Inputs.features(line, "features2"));
      case "moments_merge" -> merged(VectorJson.list(line.input("parts"), Inputs::rows));
      case "kid" -> kid(Inputs.features(line, "features1"), Inputs.features(line, "features2"));
      case "prdc" -> prdc(line);
      case "inception_score" -> inceptionScore(line);
      default -> lpips(line);
    };
  }

  private static JsonNode fid(Features first, Features second) {
    ObjectNode node = JSON.objectNode();
    JsonNode distance = Inputs.numberOrError(() -> FrechetDistance.of(first, second).value());
    boolean refused = distance.has("error");
    node.set("pytorch_fid", distance);
    node.set("clean_fid", distance);
    node.set(
        "torchmetrics_eig",
        refused && first.dimension() == second.dimension()
            ? VectorJson.json(Double.NaN)
            : distance);
    if (!refused) {
      node.set("symmetric_eigh", distance);
      node.set("parts", parts(FrechetDistance.of(first, second)));
    }
    FeatureMoments moments = FeatureMoments.of(first);
    node.set("mu1", VectorJson.json(moments.mean()));
    node.set(
        "sigma1",
        first.dimension() == 1
            ? VectorJson.json(moments.covariance(0, 0))
            : square(first.dimension(), moments::covariance));
    return node;
  }

  private static JsonNode parts(FrechetDistance distance) {
    ObjectNode node = JSON.objectNode();
    node.set("mean_term", VectorJson.json(distance.means()));
    node.set("trace1", VectorJson.json(distance.trace1()));
    node.set("trace2", VectorJson.json(distance.trace2()));
    node.set("trace_sqrt", VectorJson.json(distance.traceOfRoot()));
    return node;
  }

  private interface Entry {
    double at(int row, int column);
  }

  private static ArrayNode square(int size, Entry entry) {
    ArrayNode rows = JSON.arrayNode(size);
    for (int i = 0; i < size; i++) {
      int row = i;
      rows.add(line(size, column -> entry.at(row, column)));
    }
    return rows;
  }

  private static ArrayNode line(int size, IntToDoubleFunction entry) {
    double[] numbers = new double[size];
    Arrays.setAll(numbers, entry);
    return VectorJson.json(numbers);
  }

  private static JsonNode merged(List<List<double[]>> parts) {
    int dimension =
        parts.stream().flatMap(List::stream).mapToInt(each -> each.length).findFirst().orElse(0);
    FeatureMoments all = FeatureMoments.none(dimension);
    for (List<double[]> part : parts) {
      if (!part.isEmpty()) {
        all = all.plus(FeatureMoments.of(Features.of(part)));
      }
    }
    double[] mean = all.mean();
    long count = all.count();
    ObjectNode node = JSON.objectNode().put("n", count);
    node.set("sum", line(dimension, i -> count * mean[i]));
    node.set("sum_xxT", square(dimension, all::sumOfProducts));
    node.set("mean", VectorJson.json(mean));
    node.set("cov", square(dimension, all::covariance));
    return node;
  }

  /// The reference takes 100 random subsets: more of them come closer to what it gives on average,
  /// and the spread is that of its means.
  private static JsonNode kid(Features first, Features second) {
    ObjectNode node = JSON.objectNode();
    JsonNode all = Inputs.numberOrError(() -> KernelDistance.of(first, second));
    node.set("unbiased_mmd2_all", all);
    if (first.size() == second.size()) {
      node.set("torchmetrics_poly_mmd", all);
      node.set("clean_fid_one_full_subset", all);
    } else {
      KernelDistance.OfSubsets subsets =
          KernelDistance.ofSubsets(first, second, SUBSETS, LARGEST_SUBSET, 1);
      node.set("clean_fid_random_subsets_mean", VectorJson.json(subsets.mean()));
      node.set(
          "clean_fid_random_subsets_spread",
          VectorJson.json(subsets.deviation() / Math.sqrt(REFERENCE_SUBSETS)));
    }
    return node;
  }

  private static JsonNode prdc(VectorLine line) {
    Manifolds manifolds =
        Manifolds.of(
            Inputs.features(line, "real"),
            Inputs.features(line, "fake"),
            line.params().integer("nearest_k", 5));
    ObjectNode node = JSON.objectNode();
    node.set("precision", VectorJson.json(manifolds.precision()));
    node.set("recall", VectorJson.json(manifolds.recall()));
    node.set("density", VectorJson.json(manifolds.density()));
    node.set("coverage", VectorJson.json(manifolds.coverage()));
    return node;
  }

  private static JsonNode inceptionScore(VectorLine line) {
    List<double[]> rows = Inputs.rows(line.input("probabilities"));
    int parts = line.params().integer("splits", 1);
    if (parts < 1) {
      throw new IllegalArgumentException("splits is " + parts + ", must be 1 or more");
    }
    InceptionScore equal = InceptionScore.ofEqualParts(rows, parts);
    InceptionScore all = InceptionScore.ofAllParts(rows, parts);
    ObjectNode node = JSON.objectNode();
    ObjectNode population = node.putObject("sbarratt");
    population.set("mean", VectorJson.json(equal.mean()));
    population.set("std_population", VectorJson.json(equal.deviation(0)));
    ObjectNode sample = node.putObject("torchmetrics_without_shuffle");
    sample.set("mean", VectorJson.json(all.mean()));
    sample.set("std_sample", VectorJson.json(all.deviation(1)));
    return node;
  }

  private static JsonNode lpips(VectorLine line) {
    PerceptualDistance distance =
        PerceptualDistance.of(
            VectorJson.list(line.input("features0"), FeatureVectors::layer),
            VectorJson.list(line.input("features1"), FeatureVectors::layer),
            Inputs.rows(line.input("weights")));
    ObjectNode node = JSON.objectNode();
    node.set("lpips", VectorJson.json(distance.value()));
    node.set("per_layer", VectorJson.json(distance.layers(), VectorJson::json));
    return node;
  }

  private static Layer layer(JsonNode channels) {
    List<double[]> flat = new ArrayList<>();
    channels.forEach(channel ->
        flat.add(Inputs.rows(channel).stream().flatMapToDouble(Arrays::stream).toArray()));
    return new Layer(flat);
  }
}
