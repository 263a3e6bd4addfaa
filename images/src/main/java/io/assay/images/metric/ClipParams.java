package io.assay.images.metric;

import io.assay.contracts.event.Sample;
import io.assay.images.network.ClipNetwork;
import io.assay.images.network.InputParams;
import io.assay.images.network.Network;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parameters that name CLIP's networks, and the captions of samples.
final class ClipParams {

  private ClipParams() {}

  /// Those of a metric, with some of its own before.
  static List<Param> of(Param... own) {
    List<Param> all = new ArrayList<>(List.of(own));
    all.addAll(
        List.of(
            new Param("network", "file", "", "ONNX file of CLIP's encoder of images, or of both"),
            new Param(
                "text_network", "file", "", "ONNX file of its encoder of texts; empty: the same"),
            new Param("tokenizer", "file", "", "its tokenizer.json"),
            new Param("output", "text", "", "output of images; empty: image_embeds or the first"),
            new Param(
                "text_output", "text", "", "output of texts; empty: text_embeds or the first"),
            new Param("context", "integer", "77", "the most tokens of a text")));
    all.addAll(InputParams.CLIP.params());
    return List.copyOf(all);
  }

  /// The networks that documents name.
  ///
  /// @throws IllegalArgumentException where they cannot be used
  static ClipNetwork read(Params params) {
    Path pictures = NetworkParams.path(params, "network");
    boolean both = params.text("text_network").isEmpty();
    Path texts = both ? pictures : NetworkParams.path(params, "text_network");
    Path tokenizer = NetworkParams.path(params, "tokenizer");
    var files =
        new ClipNetwork.Files(
            pictures,
            texts,
            tokenizer,
            params.text("output"),
            params.text("text_output"),
            params.integer("context", 3));
    ClipNetwork clip = ClipNetwork.open(files, InputParams.read(params));
    params.describe("network", Network.fingerprint(pictures));
    params.describe("text_network", both ? "" : Network.fingerprint(texts));
    params.describe("tokenizer", Network.fingerprint(tokenizer));
    return clip;
  }

  /// What a sample's image should show: its metadata's `caption`, or else its input.
  static Optional<String> caption(Sample sample) {
    var caption = sample.metadata().get("caption");
    if (caption != null && caption.isTextual()) {
      return Optional.of(caption.textValue());
    }
    return sample.input().isTextual() ? Optional.of(sample.input().textValue()) : Optional.empty();
  }
}
