package io.assay.images.network;

import io.assay.images.network.Network.Port;
import io.assay.images.picture.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A network that gives one row of numbers for a picture: features, class scores, an embedding.
public final class PictureNetwork {

  /// The most numbers of a row: each sample's travel in one message.
  public static final int MOST = 8192;

  private static final int TRIAL_SIZE = 64;

  private final Network network;
  private final PictureInput input;
  private final Port in;
  private final Port out;
  private final Map<String, Tensor> others;
  private final int dimension;

  /// @param input what it takes
  /// @param in the name of its input; empty where it has one alone
  /// @param out the name of its output; empty for the first
  /// @throws IllegalArgumentException where the network takes or gives something else
  public PictureNetwork(Network network, PictureInput input, String in, String out) {
    this(network, input, network.input(in), network.output(out), Map.of());
  }

  /// @param others what goes into its other inputs
  PictureNetwork(
      Network network, PictureInput input, Port in, Port out, Map<String, Tensor> others) {
    this.network = network;
    this.input = input;
    this.in = in;
    this.out = out;
    this.others = others;
    requireInput(network, in, input);
    this.dimension = trial().length;
    if (dimension < 1 || dimension > MOST) {
      throw new IllegalArgumentException(
          "output %s of %s has %d numbers, expected 1 to %d"
              .formatted(out.name(), network.file(), dimension, MOST));
    }
  }

  /// Refuses a network whose input has another shape than pictures get.
  static void requireInput(Network network, Port in, PictureInput input) {
    long[] given = input.shape();
    boolean fits = !in.whole() && in.shape().length == given.length;
    for (int i = 0; fits && i < given.length; i++) {
      fits = in.shape()[i] < 0 || in.shape()[i] == given[i];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "input %s of %s takes %s%s, pictures are put into it as %s; see size and layout"
              .formatted(
                  in.name(),
                  network.file(),
                  in.whole() ? "whole numbers in " : "",
                  Tensor.words(in.shape()),
                  Tensor.words(given)));
    }
  }

  /// A grey picture, to see what the network gives.
  static Picture sample(PictureInput input) {
    int size = input.size() == 0 ? TRIAL_SIZE : input.size();
    var plane = new int[size * size];
    Arrays.fill(plane, 127);
    return new Picture(size, size, 8, List.of(plane));
  }

  private float[] trial() {
    try {
      return row(sample(input));
    } catch (NetworkFailure e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// How many numbers it gives.
  public int dimension() {
    return dimension;
  }

  /// What the numbers depend on beside the picture: equal ones give equal rows.
  public Object identity() {
    return List.of(network.fingerprint(), input, in.name(), out.name());
  }

  /// The numbers of a picture, all finite.
  ///
  /// @throws NetworkFailure where it cannot be run, or gives something else
  public float[] row(Picture picture) {
    var given = new java.util.LinkedHashMap<>(others);
    given.put(in.name(), input.of(picture));
    return row(network.run(given, List.of(out.name())).getFirst(), network, out);
  }

  /// The one row that an output is.
  static float[] row(Tensor.Reals output, Network network, Port out) {
    if (output.axes() > 1) {
      throw new NetworkFailure(
          "output %s of %s is %s, expected one row of numbers a picture; average over places in the"
                  .formatted(out.name(), network.file(), Tensor.words(output.shape()))
              + " network, or name another output with output: …",
          null);
    }
    for (int i = 0; i < output.values().length; i++) {
      if (!Float.isFinite(output.values()[i])) {
        throw new NetworkFailure(
            "output %s of %s holds %s at place %d"
                .formatted(out.name(), network.file(), output.values()[i], i),
            null);
      }
    }
    return output.values();
  }
}
