package io.assay.images.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes small networks as ONNX files: the few messages of onnx.proto3 that they need, by hand.
public final class Onnx {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final Message graph = new Message();

  /// A protobuf message.
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.out.toByteArray());
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }

  public Onnx() {
    graph.text(2, "drawn");
  }

  private static Message value(String name, int type, long... shape) {
    var dimensions = new Message();
    for (long size : shape) {
      var dimension = new Message();
      dimensions.message(1, size < 0 ? dimension.text(2, "any") : dimension.number(1, size));
    }
    var tensor = new Message().number(1, type).message(2, dimensions);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /// An input of real numbers; -1 where any number goes.
  public Onnx input(String name, long... shape) {
    graph.message(11, value(name, FLOAT, shape));
    return this;
  }

  /// An input of whole numbers.
  public Onnx wholeInput(String name, long... shape) {
    graph.message(11, value(name, INT64, shape));
    return this;
  }

  public Onnx output(String name, long... shape) {
    graph.message(12, value(name, FLOAT, shape));
    return this;
  }

  public Onnx constant(String name, float[] values, long... shape) {
    var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    var tensor = new Message();
    for (long size : shape) {
      tensor.number(1, size);
    }
    graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
    return this;
  }

  /// A node with attributes that are lists of whole numbers.
  public Onnx node(String operator, List<String> inputs, String output, Ints... attributes) {
    var node = new Message();
    inputs.forEach(each -> node.text(1, each));
    node.text(2, output).text(4, operator);
    for (Ints each : attributes) {
      var attribute = new Message().text(1, each.name);
      if (each.single) {
        node.message(5, attribute.number(3, each.values[0]).number(20, 2));
      } else {
        for (long value : each.values) {
          attribute.number(8, value);
        }
        node.message(5, attribute.number(20, 7));
      }
    }
    graph.message(1, node);
    return this;
  }

  /// An attribute.
  ///
  /// @param single whether it is one number, not a list
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  public record Ints(String name, boolean single, long... values) {
    public static Ints list(String name, long... values) {
      return new Ints(name, false, values);
    }

    public static Ints one(String name, long value) {
      return new Ints(name, true, value);
    }
  }

  public byte[] bytes() {
    return new Message()
        .number(1, 8)
        .message(8, new Message().text(1, "").number(2, 17))
        .message(7, graph)
        .out
        .toByteArray();
  }

  public Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
