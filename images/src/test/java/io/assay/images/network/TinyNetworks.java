package io.assay.images.network;

import io.assay.images.network.Onnx.Ints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Networks of a few fixed weights, in the shapes of those that metrics are used with.
public final class TinyNetworks {

  /// Horizontal and vertical edges, spots, and the same of two colour differences.
  private static final int FILTERS = 8;

  private TinyNetworks() {}

  /// Mean colours and strength of edges of 32 x 32 pixels: 11 numbers. No Inception: what it sees
  /// is good for trying out, and for nothing that is published.
  public static Onnx coloursAndEdges() {
    return new Onnx()
        .input("pixels", -1, 3, 32, 32)
        .constant("filters", filters(), FILTERS, 3, 3, 3)
        .node("Conv", List.of("pixels", "filters"), "filtered")
        .node("Abs", List.of("filtered"), "strength")
        .node("GlobalAveragePool", List.of("strength"), "edges")
        .node("GlobalAveragePool", List.of("pixels"), "colours")
        .node("Concat", List.of("colours", "edges"), "both", Ints.one("axis", 1))
        .node("Flatten", List.of("both"), "features", Ints.one("axis", 1))
        .output("features", -1, 3 + FILTERS);
  }

  private static float[] filters() {
    float[][] kernels = {
      {-1, 0, 1, -2, 0, 2, -1, 0, 1},
      {-1, -2, -1, 0, 0, 0, 1, 2, 1},
      {0, -1, 0, -1, 4, -1, 0, -1, 0},
      {1, 0, -1, 0, 0, 0, -1, 0, 1}
    };
    float[][] colours = {{0.3f, 0.6f, 0.1f}, {0.5f, 0, -0.5f}};
    var weights = new float[FILTERS * 27];
    for (int f = 0; f < FILTERS; f++) {
      for (int i = 0; i < 27; i++) {
        weights[f * 27 + i] = colours[f / 4][i / 9] * kernels[f % 4][i % 9] / 4;
      }
    }
    return weights;
  }

  /// Features that are the mean colours of pictures of any size.
  public static Onnx meanColours() {
    return new Onnx()
        .input("pixels", 1, 3, -1, -1)
        .node("GlobalAveragePool", List.of("pixels"), "means")
        .node("Flatten", List.of("means"), "features", Ints.one("axis", 1))
        .output("features", 1, 3);
  }

  /// So many features: fixed mixtures of the mean colours.
  public static Onnx features(int dimension) {
    var weights = new float[3 * dimension];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.sin(i + 1);
    }
    return new Onnx()
        .input("pixels", 1, 3, 8, 8)
        .constant("weights", weights, 3, dimension)
        .node("GlobalAveragePool", List.of("pixels"), "means")
        .node("Flatten", List.of("means"), "flat", Ints.one("axis", 1))
        .node("MatMul", List.of("flat", "weights"), "features")
        .output("features", 1, dimension);
  }

  /// Logits of three classes: how red, green and blue a picture is, ten times.
  public static Onnx classes() {
    return new Onnx()
        .input("pixels", 1, 3, 8, 8)
        .constant("ten", new float[] {10}, 1)
        .node("GlobalAveragePool", List.of("pixels"), "means")
        .node("Flatten", List.of("means"), "flat", Ints.one("axis", 1))
        .node("Mul", List.of("flat", "ten"), "logits")
        .output("logits", 1, 3);
  }

  /// The mean squared difference of two pictures: a distance as LPIPS gives it as a whole.
  public static Onnx distance() {
    return new Onnx()
        .input("in0", 1, 3, -1, -1)
        .input("in1", 1, 3, -1, -1)
        .node("Sub", List.of("in0", "in1"), "difference")
        .node("Mul", List.of("difference", "difference"), "squares")
        .node("ReduceMean", List.of("squares"), "distance", Ints.one("keepdims", 1))
        .output("distance", 1, 1, 1, 1);
  }

  /// Two layers: the picture itself, and its halves in size.
  public static Onnx layers() {
    return new Onnx()
        .input("pixels", 1, 3, -1, -1)
        .node("Relu", List.of("pixels"), "first")
        .node(
            "MaxPool",
            List.of("first"),
            "second",
            Ints.list("kernel_shape", 2, 2),
            Ints.list("strides", 2, 2))
        .output("first", 1, 3, -1, -1)
        .output("second", 1, 3, -1, -1);
  }

  /// An encoder of texts: the mean of its words' colours.
  ///
  /// @param tokens how many it takes; -1 for any number
  public static Onnx texts(int tokens) {
    return textNodes(new Onnx().wholeInput("input_ids", 1, tokens), 1).output("text_embeds", 1, 3);
  }

  private static Onnx textNodes(Onnx onnx, int axis) {
    return onnx.constant("table", words(), 6, 3)
        .node("Gather", List.of("table", "input_ids"), "words", Ints.one("axis", 0))
        .node(
            "ReduceMean",
            List.of("words"),
            "text_embeds",
            Ints.list("axes", axis),
            Ints.one("keepdims", 0));
  }

  /// Encoders of texts and pictures in one file.
  public static Onnx both() {
    return textNodes(
            new Onnx().wholeInput("input_ids", 1, -1).input("pixel_values", 1, 3, 16, 16), 1)
        .node("GlobalAveragePool", List.of("pixel_values"), "means")
        .node("Flatten", List.of("means"), "image_embeds", Ints.one("axis", 1))
        .output("logits", 1, 1)
        .node("MatMul", List.of("text_embeds", "column"), "logits")
        .constant("column", new float[] {1, 1, 1}, 3, 1)
        .output("text_embeds", 1, 3)
        .output("image_embeds", 1, 3);
  }

  /// Padding, start and end, then red, green and blue.
  private static float[] words() {
    return new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
  }

  /// A tokenizer of those words.
  public static Path tokenizer(Path file) {
    String json =
        """
        {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
         "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
         "post_processor": {"type": "TemplateProcessing",
           "single": [{"SpecialToken": {"id": "[start]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                      {"SpecialToken": {"id": "[end]", "type_id": 0}}],
           "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
           "special_tokens": {"[start]": {"id": "[start]", "ids": [1], "tokens": ["[start]"]},
                              "[end]": {"id": "[end]", "ids": [2], "tokens": ["[end]"]}}},
         "decoder": null,
         "model": {"type": "WordLevel", "unk_token": "[pad]",
           "vocab": {"[pad]": 0, "[start]": 1, "[end]": 2, "red": 3, "green": 4, "blue": 5}}}
        """;
    try {
      return Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
