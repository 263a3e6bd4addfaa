package io.assay.images.network;

import io.assay.images.network.Network.Port;
import io.assay.images.picture.Picture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An encoder of pictures and one of texts with a common space of embeddings, in two files or one.
public final class ClipNetwork {

  private final PictureNetwork pictures;
  private final CaptionNetwork captions;

  private ClipNetwork(PictureNetwork pictures, CaptionNetwork captions) {
    this.pictures = pictures;
    this.captions = captions;
  }

  /// Which files and ports.
  ///
  /// @param pictures file of the encoder of pictures, or of both
  /// @param texts file of the encoder of texts; the same for both
  /// @param tokenizer file of its tokenizer
  /// @param output of pictures; empty for `image_embeds`, or else the first
  /// @param textOutput of texts; empty for `text_embeds`, or else the first
  /// @param context the most tokens of a text
  public record Files(
      Path pictures, Path texts, Path tokenizer, String output, String textOutput, int context) {}

  /// Opens the files.
  ///
  /// @throws IllegalArgumentException where they cannot be used, or embeddings have different sizes
  public static ClipNetwork open(Files files, PictureInput input) {
    Network one = Network.open(files.pictures());
    Network other = Network.open(files.texts());
    CaptionTokenizer tokenizer = CaptionTokenizer.open(files.tokenizer());
    Port in = pictureIn(one);
    PictureNetwork.requireInput(one, in, input);
    boolean both = one == other;
    Map<String, Tensor> noText =
        both
            ? CaptionNetwork.Ports.of(one).tensors(tokenizer.tokens("", files.context()))
            : Map.of();
    Map<String, Tensor> noPicture =
        both ? Map.of(in.name(), input.of(PictureNetwork.sample(input))) : Map.of();
    var pictures =
        new PictureNetwork(one, input, in, out(one, files.output(), "image_embeds"), noText);
    Port text = out(other, files.textOutput(), "text_embeds");
    var captions = new CaptionNetwork(other, tokenizer, text, noPicture, files.context());
    requireOneSpace(pictures, captions);
    return new ClipNetwork(pictures, captions);
  }

  private static void requireOneSpace(PictureNetwork pictures, CaptionNetwork captions) {
    try {
      int dimension = captions.row("a picture").length;
      if (dimension != pictures.dimension()) {
        throw new IllegalArgumentException(
            "embeddings of images have %d dimensions, those of texts %d: the networks must be of one"
                    .formatted(pictures.dimension(), dimension)
                + " model, and their outputs its embeddings (output, text_output)");
      }
    } catch (NetworkFailure e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Port pictureIn(Network network) {
    List<Port> real = network.inputs().stream().filter(each -> !each.whole()).toList();
    if (real.size() != 1) {
      throw new IllegalArgumentException(
          "%s takes %s, expected one input for images"
              .formatted(network.file(), network.inputs().stream().map(Port::name).toList()));
    }
    return real.getFirst();
  }

  private static Port out(Network network, String given, String usual) {
    boolean has = network.outputs().stream().anyMatch(each -> each.name().equals(usual));
    return network.output(given.isEmpty() && has ? usual : given);
  }

  /// What it says of pictures.
  public PictureNetwork pictures() {
    return pictures;
  }

  /// The embedding of a picture.
  ///
  /// @throws NetworkFailure where it cannot be had
  public float[] embedding(Picture picture) {
    return pictures.row(picture);
  }

  /// The embedding of a text.
  ///
  /// @throws NetworkFailure where it cannot be had
  public float[] embedding(String text) {
    return captions.row(text);
  }
}
