package io.assay.images.network;

import io.assay.images.network.Network.Port;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A network that gives one row of numbers for a text.
public final class CaptionNetwork {

  private final Network network;
  private final CaptionTokenizer tokenizer;
  private final Ports ports;
  private final Port out;
  private final Map<String, Tensor> others;
  private final int most;

  /// Where tokens go in.
  ///
  /// @param tokens the tokens themselves
  /// @param masks what says that each of them counts, if there is such an input
  record Ports(Port tokens, List<Port> masks) {

    /// Those of a network: whole numbers go nowhere else.
    ///
    /// @throws IllegalArgumentException where there are none, or more
    static Ports of(Network network) {
      List<Port> whole = network.inputs().stream().filter(Port::whole).toList();
      List<Port> masks = whole.stream().filter(each -> each.name().contains("mask")).toList();
      List<Port> tokens = whole.stream().filter(each -> !masks.contains(each)).toList();
      if (tokens.size() != 1 || tokens.getFirst().shape().length != 2) {
        throw new IllegalArgumentException(
            "%s takes %s, expected one input of whole numbers (1 x tokens), and perhaps a mask"
                .formatted(network.file(), network.inputs().stream().map(Port::name).toList()));
      }
      return new Ports(tokens.getFirst(), masks);
    }

    /// Tokens as the network takes them: filled up with zeros that do not count where it takes a
    /// fixed number.
    Map<String, Tensor> tensors(long[] ids) {
      long fixed = tokens.shape()[1];
      int length = fixed > 0 ? (int) fixed : ids.length;
      var mask = new long[length];
      Arrays.fill(mask, 0, Math.min(length, ids.length), 1);
      var shape = new long[] {1, length};
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put(tokens.name(), new Tensor.Wholes(shape, Arrays.copyOf(ids, length)));
      masks.forEach(each -> tensors.put(each.name(), new Tensor.Wholes(shape, mask)));
      return tensors;
    }
  }

  /// @param others what goes into its other inputs
  /// @param most the most tokens that it reads
  /// @throws IllegalArgumentException where the network takes or gives something else
  CaptionNetwork(
      Network network, CaptionTokenizer tokenizer, Port out, Map<String, Tensor> others, int most) {
    this.network = network;
    this.tokenizer = tokenizer;
    this.ports = Ports.of(network);
    this.out = out;
    this.others = others;
    this.most = ports.tokens.shape()[1] > 0 ? (int) ports.tokens.shape()[1] : most;
  }

  /// The numbers of a text, all finite.
  ///
  /// @throws NetworkFailure where it cannot be run, or gives something else
  public float[] row(String text) {
    Map<String, Tensor> given = new LinkedHashMap<>(others);
    given.putAll(ports.tensors(tokenizer.tokens(text, most)));
    return PictureNetwork.row(network.run(given, List.of(out.name())).getFirst(), network, out);
  }
}
