package io.assay.images.network;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A network of an ONNX file, ready to be run by many threads at once. Whoever opens the same
/// content gets the same one; it is closed when nobody holds it any more.
public final class Network {

  private static final Cleaner CLEANER = Cleaner.create();

  private final String file;
  private final String fingerprint;
  private final OrtSession session;
  private final Map<String, Port> inputs;
  private final Map<String, Port> outputs;

  /// What goes in or comes out.
  ///
  /// @param name its name in the file
  /// @param shape numbers along each axis, -1 where any number goes
  /// @param whole whether it holds whole numbers
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  public record Port(String name, long[] shape, boolean whole) {}

  private Network(String file, String fingerprint, OrtSession session) throws OrtException {
    this.file = file;
    this.fingerprint = fingerprint;
    this.session = session;
    this.inputs = ports(session.getInputInfo());
    this.outputs = ports(session.getOutputInfo());
  }

  /// Opens a file.
  ///
  /// @throws IllegalArgumentException where there is none, it is no ONNX network, or none can be
  ///   run here
  public static Network open(Path file) {
    return OpenNetworks.get(file);
  }

  /// SHA-256 of a file's content, by which signatures name it.
  ///
  /// @throws IllegalArgumentException where it cannot be read
  public static String fingerprint(Path file) {
    return OpenNetworks.fingerprint(file);
  }

  static Network load(Path file, String fingerprint) {
    OnnxRuntime.unavailable()
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    try {
      OrtSession session = OnnxRuntime.session(file);
      var network = new Network(file.getFileName().toString(), fingerprint, session);
      var _ = CLEANER.register(network, () -> close(session));
      return network;
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "%s is no network that ONNX Runtime takes: %s. Export it to ONNX with opset 21 or lower"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a network cannot be closed", e);
    }
  }

  private static Map<String, Port> ports(Map<String, NodeInfo> infos) {
    Map<String, Port> ports = new LinkedHashMap<>();
    infos.forEach((name, info) -> {
      if (info.getInfo() instanceof TensorInfo tensor) {
        boolean whole =
            switch (tensor.type) {
              case INT8, INT16, INT32, INT64, UINT8 -> true;
              case FLOAT, DOUBLE, FLOAT16, BFLOAT16, BOOL, STRING, UNKNOWN -> false;
            };
        ports.put(name, new Port(name, tensor.getShape(), whole));
      }
    });
    return ports;
  }

  /// Its file's name, for messages.
  public String file() {
    return file;
  }

  /// SHA-256 of its file's content.
  public String fingerprint() {
    return fingerprint;
  }

  /// What it takes, in the file's order.
  public List<Port> inputs() {
    return List.copyOf(inputs.values());
  }

  /// What it gives, in the file's order.
  public List<Port> outputs() {
    return List.copyOf(outputs.values());
  }

  /// An input by its name; the only one where no name is given.
  ///
  /// @throws IllegalArgumentException where there is no such input, or no name but several inputs
  public Port input(String name) {
    return port(inputs, name).orElseThrow(() -> wrong("input", name, inputs.keySet()));
  }

  /// An output by its name; the first one where no name is given.
  ///
  /// @throws IllegalArgumentException where there is no such output
  public Port output(String name) {
    return name.isEmpty()
        ? outputs.values().iterator().next()
        : port(outputs, name).orElseThrow(() -> wrong("output", name, outputs.keySet()));
  }

  private static Optional<Port> port(Map<String, Port> ports, String name) {
    return name.isEmpty() && ports.size() == 1
        ? ports.values().stream().findFirst()
        : Optional.ofNullable(ports.get(name));
  }

  private IllegalArgumentException wrong(String what, String name, Set<String> known) {
    String problem = name.isEmpty() ? file + " has several" : file + " has no " + what + " " + name;
    return new IllegalArgumentException(
        "%s: its %ss are %s; name one with %s: …"
            .formatted(problem, what, String.join(", ", known), what));
  }

  /// Computes outputs.
  ///
  /// @param given a tensor for each input
  /// @param wanted names of outputs
  /// @return in the order of `wanted`
  /// @throws NetworkFailure where it cannot be computed, such as of a shape that does not fit
  public List<Tensor.Reals> run(Map<String, Tensor> given, List<String> wanted) {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Tensor> each : given.entrySet()) {
        tensors.put(each.getKey(), each.getValue().onnx());
      }
      try (OrtSession.Result result = session.run(tensors, Set.copyOf(wanted))) {
        List<Tensor.Reals> outputs = new ArrayList<>();
        for (String name : wanted) {
          outputs.add(reals(name, result));
        }
        return outputs;
      }
    } catch (OrtException e) {
      throw new NetworkFailure(file + " cannot be run: " + e.getMessage(), e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
      Reference.reachabilityFence(this);
    }
  }

  private Tensor.Reals reals(String name, OrtSession.Result result) {
    if (!(result.get(name).orElse(null) instanceof OnnxTensor tensor)) {
      throw new NetworkFailure("output " + name + " of " + file + " is no tensor", null);
    }
    return new Tensor.Reals(tensor.getInfo().getShape(), values(name, tensor));
  }

  private float[] values(String name, OnnxTensor tensor) {
    return switch (tensor.getInfo().type) {
      case FLOAT, FLOAT16, BFLOAT16 -> floats(tensor.getFloatBuffer());
      case DOUBLE -> floats(tensor.getDoubleBuffer());
      case INT64 -> floats(tensor.getLongBuffer());
      case INT32 -> floats(tensor.getIntBuffer());
      case INT8, INT16, UINT8, BOOL, STRING, UNKNOWN ->
          throw new NetworkFailure(
              "output %s of %s holds %s, expected 32-bit floats"
                  .formatted(name, file, tensor.getInfo().type),
              null);
    };
  }

  private static float[] floats(FloatBuffer buffer) {
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static float[] floats(DoubleBuffer buffer) {
    var values = new float[buffer.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) buffer.get(i);
    }
    return values;
  }

  private static float[] floats(LongBuffer buffer) {
    var values = new float[buffer.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(i);
    }
    return values;
  }

  private static float[] floats(IntBuffer buffer) {
    var values = new float[buffer.remaining()];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.get(i);
    }
    return values;
  }
}
