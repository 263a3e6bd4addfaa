package io.assay.images.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleNetworkTest {

  private static final Path FILE =
      Path.of("..", "examples", "image-generation", "networks", "colours-and-edges.onnx");

  /// `-Dassay.update=true` writes it anew.
  @Test
  void theExamplesNetworkIsWhatItsSourceWrites() throws IOException {
    if (Boolean.getBoolean("assay.update")) {
      TinyNetworks.coloursAndEdges().write(FILE);
    }

    assertThat(Files.readAllBytes(FILE)).isEqualTo(TinyNetworks.coloursAndEdges().bytes());
  }
}
