package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.Editing;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Images that tests draw, and what metrics say of them.
final class Drawn {

  private final Map<String, byte[]> blobs = new HashMap<>();

  /// A PNG of these colours.
  static byte[] png(int width, int height, int type, IntBinaryOperator colour) {
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour.applyAsInt(x, y));
      }
    }
    return written(image, "png");
  }

  static byte[] png(int width, int height, IntBinaryOperator colour) {
    return png(width, height, BufferedImage.TYPE_INT_RGB, colour);
  }

  static byte[] written(BufferedImage image, String kind) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, kind, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Blob put(byte[] content) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      blobs.put(hash, content);
      return new Blob(hash, "image/png", content.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Medium medium(Blob blob) {
    return new Medium("x.png", blob, null, null, null);
  }

  /// What a metric says of a made image.
  Judgement judged(
      String metric,
      String params,
      byte @Nullable [] expected,
      byte[] made,
      byte @Nullable [] mask) {
    Metric judge = Metrics.create(Judging.spec(metric, params));
    Map<String, com.fasterxml.jackson.databind.JsonNode> metadata =
        mask == null ? Map.of() : Map.of("mask", medium(put(mask)).node());
    var sample =
        new Sample(
            "s1",
            medium(put(made)).node(),
            expected == null ? null : medium(put(expected)).node(),
            null,
            metadata);
    return judge.judge(
        sample, new Answer.Images(java.util.List.of(put(made))), circumstances(made));
  }

  /// A sample and the image that a model made of it.
  MetricContract.Case some(String id, String caption, byte[] expected, byte[] made, byte[] mask) {
    var sample =
        new Sample(
            id,
            medium(put(made)).node(),
            medium(put(expected)).node(),
            null,
            Map.of("mask", medium(put(mask)).node(), "caption", Judging.text(caption)));
    return new MetricContract.Case(sample, new Answer.Images(java.util.List.of(put(made))));
  }

  Circumstances circumstances(byte[] input) {
    return new Circumstances(
        new ModelRequest.EditImage(
            put(input), null, "", Editing.TRANSLATION, null, GenerationSettings.DEFAULTS),
        1.0,
        blob -> {
          byte[] content = blobs.get(blob.sha256());
          if (content == null) {
            throw new FileNotFoundException("no blob " + blob.sha256());
          }
          return new ByteArrayInputStream(content);
        });
  }

  double value(String metric, String params, byte[] expected, byte[] made, byte @Nullable [] mask) {
    return switch (judged(metric, params, expected, made, mask)) {
      case Judgement.Judged judged when judged.contribution().value() != null ->
          judged.contribution().value();
      case Judgement other -> throw new AssertionError(other.toString());
    };
  }
}
