package io.assay.images.metric;

import io.assay.images.network.InputParams;
import io.assay.images.network.Network;
import io.assay.images.network.PictureNetwork;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Parameters that name a network and say how images are put into it.
final class NetworkParams {

  private static final List<Param> PORTS =
      List.of(
          new Param("input", "text", "", "name of the network's input; empty: its only one"),
          new Param("output", "text", "", "name of the network's output; empty: its first"));

  private NetworkParams() {}

  /// Those of a metric over one network's rows, with some of its own before.
  static List<Param> of(String network, InputParams input, Param... own) {
    List<Param> all = new ArrayList<>(List.of(own));
    all.add(new Param("network", "file", "", network));
    all.addAll(PORTS);
    all.addAll(input.params());
    return List.copyOf(all);
  }

  /// The network that documents name.
  ///
  /// @throws IllegalArgumentException where it cannot be used; the message says how that is mended
  static PictureNetwork picture(Params params) {
    Network network = network(params);
    return new PictureNetwork(
        network, InputParams.read(params), params.text("input"), params.text("output"));
  }

  /// The network of the parameter `network`.
  ///
  /// @throws IllegalArgumentException where it cannot be used
  static Network network(Params params) {
    Network network = Network.open(path(params, "network"));
    params.describe("network", network.fingerprint());
    return network;
  }

  /// The path that a parameter must name.
  ///
  /// @throws IllegalArgumentException where there is none
  static Path path(Params params, String name) {
    String written = params.text(name);
    if (written.isEmpty()) {
      throw new IllegalArgumentException(
          "metric %s needs %s: the path of a file; docs/images.md says which and where from"
              .formatted(params.spec().metric(), name));
    }
    try {
      return Path.of(written).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "%s of metric %s is no path: %s".formatted(name, params.spec().metric(), e.getReason()),
          e);
    }
  }
}
