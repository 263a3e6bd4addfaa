package io.assay.evaluator.providers;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The models whose weights ship with the evaluator.
///
/// LangChain4j's own classes would start a thread a core for each text; here each text is computed
/// by one thread, which is faster when many are asked. The values are the same: a test compares.
enum InProcessModel {
  ALL_MINILM_L6_V2(
      "all-minilm-l6-v2", "all-minilm-l6-v2", PoolingMode.MEAN, AllMiniLmL6V2EmbeddingModel.class),
  ALL_MINILM_L6_V2_Q(
      "all-minilm-l6-v2-q",
      "all-minilm-l6-v2-q",
      PoolingMode.MEAN,
      AllMiniLmL6V2QuantizedEmbeddingModel.class),
  BGE_SMALL_EN_V1_5_Q(
      "bge-small-en-v1.5-q",
      "bge-small-en-v1.5-q",
      PoolingMode.CLS,
      BgeSmallEnV15QuantizedEmbeddingModel.class);

  private final String label;
  private final String resource;
  private final PoolingMode pooling;
  private final Class<?> beside;

  /// @param resource name of its files in its jar, before `.onnx` and `-tokenizer.json`
  /// @param beside a class of that jar
  InProcessModel(String label, String resource, PoolingMode pooling, Class<?> beside) {
    this.label = label;
    this.resource = resource;
    this.pooling = pooling;
    this.beside = beside;
  }

  /// The model that documents call so.
  static Optional<InProcessModel> named(String name) {
    return Stream.of(values()).filter(model -> model.label.equals(name)).findFirst();
  }

  /// What documents call them.
  static List<String> names() {
    return Stream.of(values()).map(model -> model.label).toList();
  }

  /// Reads weights and tokenizer; takes about a second.
  EmbeddingModel load() {
    try (var tokenizer = open("-tokenizer.json")) {
      var environment = OrtEnvironment.getEnvironment();
      var encoder = new OnnxBertBiEncoder(environment, session(environment), tokenizer, pooling);
      return new Encoder(encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("the weights of " + label + " cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not take the weights of " + label, e);
    }
  }

  /// From a file: as bytes they would be in memory twice.
  private OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
    var file = Files.createTempFile("assay-" + label, ".onnx");
    try (var weights = open(".onnx");
        var options = new OrtSession.SessionOptions()) {
      Files.copy(weights, file, StandardCopyOption.REPLACE_EXISTING);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(file.toString(), options);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private InputStream open(String ending) throws IOException {
    var stream = beside.getClassLoader().getResourceAsStream(resource + ending);
    if (stream == null) {
      throw new IOException(resource + ending + " is not on the class path");
    }
    return stream;
  }

  private static final class Encoder extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;

    Encoder(OnnxBertBiEncoder encoder) {
      super(Runnable::run); // one text at a time
      this.encoder = encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return encoder;
    }
  }
}
