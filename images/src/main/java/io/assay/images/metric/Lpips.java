package io.assay.images.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.images.network.InputParams;
import io.assay.images.network.Network;
import io.assay.images.network.OnnxRuntime;
import io.assay.images.network.PerceptualNetwork;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far made and expected images look apart to a network (LPIPS, Zhang et al. 2018), the mean
/// over pairs; 0 for equal ones. The network takes both images and gives their distance; or it
/// takes one and gives its layers, which are compared here.
@AutoService(MetricFactory.class)
public final class Lpips implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "lpips",
        "How far made and expected images look apart to a network, mean over samples.",
        PairMean.TASK_TYPES,
        false,
        Double.POSITIVE_INFINITY,
        0,
        1,
        "https://arxiv.org/abs/1801.03924");
  }

  @Override
  public List<Param> params() {
    return Stream.concat(
            Stream.of(
                new Param(
                    "network",
                    "file",
                    "",
                    "ONNX file of LPIPS as a whole (two images, one distance), or of a network that"
                        + " gives its layers"),
                new Param(
                    "weights",
                    "file",
                    "",
                    "JSON file with a list of weights for each layer, one a channel; empty: all"
                        + " count alike")),
            InputParams.LPIPS.params().stream())
        .toList();
  }

  @Override
  public Optional<String> unavailable() {
    return OnnxRuntime.unavailable();
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    var network =
        new PerceptualNetwork(
            NetworkParams.network(params), InputParams.read(params), weights(params));
    return new PairMean(
        this, params, false, pair -> network.distance(pair.reference(), pair.made()));
  }

  private static List<List<Double>> weights(Params params) {
    if (params.text("weights").isEmpty()) {
      return List.of();
    }
    Path file = NetworkParams.path(params, "weights");
    try {
      JsonNode layers = ContractJson.mapper().readTree(file.toFile());
      List<List<Double>> weights = new ArrayList<>();
      for (JsonNode layer : layers) {
        List<Double> channels = new ArrayList<>();
        for (JsonNode weight : layer) {
          requireWeight(weight, file);
          channels.add(weight.asDouble());
        }
        weights.add(channels);
      }
      params.describe("weights", Network.fingerprint(file));
      return weights;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "weights of lpips cannot be read from " + file + ": " + e.getMessage(), e);
    }
  }

  private static void requireWeight(JsonNode weight, Path file) {
    if (!weight.isNumber() || !(weight.asDouble() >= 0 && Double.isFinite(weight.asDouble()))) {
      throw new IllegalArgumentException(
          "%s holds %s, expected a list of numbers, 0 or more, for each layer"
              .formatted(file, weight));
    }
  }
}
