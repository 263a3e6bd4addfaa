package io.assay.images.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/// Numbers in a shape, as networks take and give them.
public sealed interface Tensor {

  /// How many numbers there are along each axis.
  long[] shape();

  /// Real numbers.
  ///
  /// @param values in the order of the last axis first; not to be changed
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  record Reals(long[] shape, float[] values) implements Tensor {
    /// The axes that have more than one place, of a result for a single picture.
    int axes() {
      return (int) Arrays.stream(shape).filter(size -> size != 1).count();
    }
  }

  /// Whole numbers, such as a text's tokens.
  ///
  /// @param values in the order of the last axis first; not to be changed
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  record Wholes(long[] shape, long[] values) implements Tensor {}

  /// A copy for ONNX Runtime; the caller closes it.
  private static OnnxTensor copy(Tensor tensor, OrtEnvironment environment) throws OrtException {
    return switch (tensor) {
      case Reals(long[] shape, float[] values) ->
          OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
      case Wholes(long[] shape, long[] values) ->
          OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    };
  }

  /// A copy for ONNX Runtime; the caller closes it.
  default OnnxTensor onnx() throws OrtException {
    return copy(this, OrtEnvironment.getEnvironment());
  }

  /// A shape in words: `1x3x?x?`.
  static String words(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(size -> size < 0 ? "?" : Long.toString(size))
        .collect(java.util.stream.Collectors.joining("x", "", shape.length == 0 ? "scalar" : ""));
  }
}
