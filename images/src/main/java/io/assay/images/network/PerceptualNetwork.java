package io.assay.images.network;

import io.assay.images.features.PerceptualDistance;
import io.assay.images.features.PerceptualDistance.Layer;
import io.assay.images.network.Network.Port;
import io.assay.images.picture.Picture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A network that tells how far apart two pictures look: either one that takes both and gives their
/// distance, or one that takes one picture and gives what its layers saw, which are then compared.
public final class PerceptualNetwork {

  private final Network network;
  private final PictureInput input;
  private final List<List<Double>> weights;

  /// @param weights for each channel of each layer that is compared; empty where all count alike
  /// @throws IllegalArgumentException where the network takes or gives something else
  public PerceptualNetwork(Network network, PictureInput input, List<List<Double>> weights) {
    this.network = network;
    this.input = input;
    this.weights = weights;
    int inputs = network.inputs().size();
    if (inputs < 1 || inputs > 2) {
      throw new IllegalArgumentException(
          "%s takes %s, expected two images, or one of which its layers are compared"
              .formatted(network.file(), network.inputs().stream().map(Port::name).toList()));
    }
    if (inputs == 2 && !weights.isEmpty()) {
      throw new IllegalArgumentException(
          network.file() + " gives a distance itself, so weights of layers have no use");
    }
    network.inputs().forEach(each -> PictureNetwork.requireInput(network, each, input));
    trial();
  }

  private void trial() {
    try {
      Picture picture = PictureNetwork.sample(input);
      double distance = distance(picture, picture);
      if (Math.abs(distance) > 1e-3) {
        throw new IllegalArgumentException(
            "%s puts a picture %s from itself, expected 0".formatted(network.file(), distance));
      }
    } catch (NetworkFailure e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The distance of two pictures of one size; 0 for equal ones.
  ///
  /// @throws NetworkFailure where it cannot be had
  public double distance(Picture first, Picture second) {
    double distance = network.inputs().size() == 2 ? whole(first, second) : layered(first, second);
    if (!Double.isFinite(distance)) {
      throw new NetworkFailure(network.file() + " gives a distance of " + distance, null);
    }
    return distance;
  }

  private double whole(Picture first, Picture second) {
    Map<String, Tensor> given = new LinkedHashMap<>();
    given.put(network.inputs().getFirst().name(), input.of(first));
    given.put(network.inputs().getLast().name(), input.of(second));
    Port out = network.output("");
    Tensor.Reals output = network.run(given, List.of(out.name())).getFirst();
    if (output.values().length != 1) {
      throw new NetworkFailure(
          "output %s of %s is %s, expected one number"
              .formatted(out.name(), network.file(), Tensor.words(output.shape())),
          null);
    }
    return output.values()[0];
  }

  private double layered(Picture first, Picture second) {
    List<Layer> seen = layers(first);
    List<double[]> all =
        weights.isEmpty()
            ? seen.stream().map(each -> ones(each.channels().size())).toList()
            : weights.stream()
                .map(each -> each.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    try {
      return PerceptualDistance.of(seen, layers(second), all).value();
    } catch (IllegalArgumentException e) {
      throw new NetworkFailure("layers of " + network.file() + ": " + e.getMessage(), e);
    }
  }

  private static double[] ones(int channels) {
    var ones = new double[channels];
    Arrays.fill(ones, 1);
    return ones;
  }

  private List<Layer> layers(Picture picture) {
    Map<String, Tensor> given = Map.of(network.inputs().getFirst().name(), input.of(picture));
    List<String> names = network.outputs().stream().map(Port::name).toList();
    return network.run(given, names).stream().map(this::layer).toList();
  }

  private Layer layer(Tensor.Reals output) {
    long[] shape = output.shape();
    if (shape.length != 4 || shape[0] != 1) {
      throw new NetworkFailure(
          "a layer of %s is %s, expected 1 x channels x rows x columns"
              .formatted(network.file(), Tensor.words(shape)),
          null);
    }
    int places = (int) (shape[2] * shape[3]);
    List<double[]> channels = new java.util.ArrayList<>();
    for (int from = 0; from < output.values().length; from += places) {
      var channel = new double[places];
      for (int i = 0; i < places; i++) {
        channel[i] = output.values()[from + i];
      }
      channels.add(channel);
    }
    return new Layer(channels);
  }
}
