package io.assay.images.network;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The library that runs networks, which has machine code for some platforms only.
public final class OnnxRuntime {

  private static final @Nullable String PROBLEM = load();

  private OnnxRuntime() {}

  private static @Nullable String load() {
    try {
      return OrtEnvironment.getEnvironment() == null ? "it has no environment" : null;
    } catch (LinkageError | IllegalStateException e) {
      return e.toString();
    }
  }

  /// Why no network can be run in this process, and how that is mended; empty if it can.
  public static Optional<String> unavailable() {
    return Optional.ofNullable(PROBLEM)
        .map(problem ->
            "ONNX Runtime does not load on %s %s (%s); it does on Linux, macOS and Windows of 64 bits"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), problem));
  }

  /// A session that computes each run on its caller's thread: judging already takes all processors.
  static OrtSession session(Path file) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
  }
}
