package io.assay.images.metric;

import io.assay.images.network.Onnx;
import io.assay.images.network.TinyNetworks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of tiny networks, written once.
final class NetworkFiles {

  private static final Path FOLDER = folder();

  static final String FEATURES = file("features.onnx", TinyNetworks.coloursAndEdges());
  static final String COLOURS = file("colours.onnx", TinyNetworks.meanColours());
  static final String CLASSES = file("classes.onnx", TinyNetworks.classes());
  static final String DISTANCE = file("distance.onnx", TinyNetworks.distance());
  static final String LAYERS = file("layers.onnx", TinyNetworks.layers());
  static final String TEXTS = file("texts.onnx", TinyNetworks.texts(-1));
  static final String BOTH = file("both.onnx", TinyNetworks.both());
  static final String TOKENIZER =
      TinyNetworks.tokenizer(FOLDER.resolve("tokenizer.json")).toString();

  /// CLIP in two files, whose space is that of mean colours.
  static final String CLIP =
      "\"network\": \"%s\", \"text_network\": \"%s\", \"tokenizer\": \"%s\", \"mean\": [0, 0, 0], \"std\": [1, 1, 1]"
          .formatted(COLOURS, TEXTS, TOKENIZER);

  private NetworkFiles() {}

  static String features(int dimension) {
    return file("features-" + dimension + ".onnx", TinyNetworks.features(dimension));
  }

  static String file(String name, Onnx network) {
    return network.write(FOLDER.resolve(name)).toString();
  }

  static Path file(String name, String content) {
    try {
      return Files.writeString(FOLDER.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Parameters of a metric over features of 32 x 32 pixels.
  static String features(String more) {
    return "{\"network\": \"%s\", \"size\": 32%s}".formatted(FEATURES, more);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("assay-networks");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
