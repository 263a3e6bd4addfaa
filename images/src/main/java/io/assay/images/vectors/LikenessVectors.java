package io.assay.images.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.images.likeness.MaskedLikeness;
import io.assay.images.likeness.MultiScaleSimilarity;
import io.assay.images.likeness.MultiScaleSimilarity.Negative;
import io.assay.images.likeness.PixelErrors;
import io.assay.images.likeness.Plane;
import io.assay.images.likeness.StructuralSimilarity;
import io.assay.images.likeness.UniversalQuality;
import io.assay.images.picture.Picture;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;

/// Errors and similarities of pictures as scikit-image, torchmetrics and pytorch-msssim give them.
@AutoService(ReferenceFunction.class)
public final class LikenessVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("psnr", "ssim", "ms_ssim", "masked");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    Picture reference = Inputs.picture(line, "reference");
    Picture test = Inputs.picture(line, "test");
    double range = line.params().number("data_range", reference.largest());
    return switch (line.metric()) {
      case "psnr" -> psnr(reference, test, range);
      case "ssim" -> ssim(reference, test, range);
      case "ms_ssim" -> multiScale(reference, test, range, powers(line));
      default -> masked(reference, test, Inputs.picture(line, "mask"), range);
    };
  }

  private static JsonNode psnr(Picture reference, Picture test, double range) {
    ObjectNode node = JSON.objectNode();
    node.set("psnr", Inputs.numberOrError(() -> PixelErrors.of(reference, test).psnr(range)));
    node.set("psnr_torchmetrics", node.path("psnr"));
    node.set("mse", Inputs.numberOrError(() -> PixelErrors.of(reference, test).meanSquare()));
    node.set("mae", Inputs.numberOrError(() -> PixelErrors.of(reference, test).meanAbsolute()));
    node.set("nrmse_euclidean", normalized(reference, test, Math.sqrt(meanSquare(reference))));
    node.set("nrmse_min-max", normalized(reference, test, spread(reference)));
    node.set("nrmse_mean", normalized(reference, test, mean(reference)));
    node.set(
        "psnr_data_range_from_dtype",
        Inputs.numberOrError(() -> PixelErrors.of(reference, test).psnr(reference.largest())));
    node.set("psnr_per_channel", perChannel(reference, test, range));
    if (isColoured(reference, test)) {
      addLuma(node, Plane.luma(reference), Plane.luma(test));
    }
    return node;
  }

  private static JsonNode normalized(Picture reference, Picture test, double by) {
    return Inputs.numberOrError(() -> Math.sqrt(PixelErrors.of(reference, test).meanSquare()) / by);
  }

  private static double meanSquare(Picture picture) {
    return Plane.of(picture).stream()
        .mapToDouble(
            each -> Arrays.stream(each.values()).map(x -> x * x).sum() / each.values().length)
        .average()
        .orElse(Double.NaN);
  }

  private static double mean(Picture picture) {
    return picture.channels().stream()
        .mapToDouble(each -> Arrays.stream(each).average().orElse(Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  private static double spread(Picture picture) {
    int[] all = picture.channels().stream().flatMapToInt(Arrays::stream).sorted().toArray();
    return all[all.length - 1] - all[0];
  }

  private static JsonNode perChannel(Picture reference, Picture test, double range) {
    List<Plane> first = Plane.of(reference);
    List<Plane> second = Plane.of(test);
    if (first.size() == 1 || !sameShape(reference, test)) {
      return JSON.nullNode();
    }
    double[] values = new double[first.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = PixelErrors.psnr(range, first.get(i).meanSquare(second.get(i)));
    }
    return VectorJson.json(values);
  }

  private static void addLuma(ObjectNode node, Plane reference, Plane test) {
    node.set("psnr_y", VectorJson.json(PixelErrors.psnr(255, reference.meanSquare(test))));
    for (int crop : new int[] {2, 4}) {
      if (Math.min(reference.width(), reference.height()) > 2 * crop) {
        double error = reference.cropped(crop).meanSquare(test.cropped(crop));
        node.set("psnr_y_crop" + crop, VectorJson.json(PixelErrors.psnr(255, error)));
      }
    }
  }

  private static boolean sameShape(Picture reference, Picture test) {
    return reference.width() == test.width()
        && reference.height() == test.height()
        && reference.channels().size() == test.channels().size();
  }

  /// Luma is that of pictures of 8 bits without alpha.
  private static boolean isColoured(Picture reference, Picture test) {
    return sameShape(reference, test)
        && reference.channels().size() == 3
        && reference.bits() == 8
        && test.bits() == 8;
  }

  private static JsonNode ssim(Picture reference, Picture test, double range) {
    ObjectNode node = JSON.objectNode();
    put(node, "skimage_uniform7", StructuralSimilarity.UNIFORM, reference, test, range);
    put(node, "skimage_gaussian", StructuralSimilarity.GAUSSIAN, reference, test, range);
    put(
        node,
        "torchmetrics_gaussian",
        StructuralSimilarity.GAUSSIAN_MIRRORED,
        reference,
        test,
        range);
    put(
        node,
        "torchmetrics_uniform7",
        StructuralSimilarity.UNIFORM_MIRRORED,
        reference,
        test,
        range);
    node.set("pytorch_msssim_ssim", Inputs.numberOrError(() -> lenient(reference, test, range)));
    node.set("uqi_torchmetrics", Inputs.numberOrError(() -> UniversalQuality.of(reference, test)));
    node.set("skimage_uniform7_no_channel_axis", withoutChannelAxis(reference));
    if (isColoured(reference, test)) {
      put(node, "skimage_gaussian_on_rgb2gray", Plane.luminance(reference), Plane.luminance(test));
      put(node, "skimage_gaussian_on_y", Plane.luma(reference), Plane.luma(test));
    }
    return node;
  }

  private static void put(
      ObjectNode node,
      String name,
      StructuralSimilarity convention,
      Picture reference,
      Picture test,
      double range) {
    node.set(name, Inputs.numberOrError(() -> convention.of(reference, test, range)));
  }

  private static void put(ObjectNode node, String name, Plane reference, Plane test) {
    node.set(
        name,
        Inputs.numberOrError(
            () -> StructuralSimilarity.GAUSSIAN.of(List.of(reference), List.of(test), 255)));
  }

  /// pytorch-msssim loses sides of a single pixel.
  private static double lenient(Picture reference, Picture test, double range) {
    if (Math.min(reference.width(), reference.height()) == 1) {
      throw new IllegalArgumentException("pictures must have more than one pixel a side");
    }
    return StructuralSimilarity.GAUSSIAN_LENIENT.of(reference, test, range);
  }

  /// With channels taken as a third side, which is always shorter than the window.
  private static JsonNode withoutChannelAxis(Picture reference) {
    return reference.channels().size() == 1
        ? JSON.nullNode()
        : Inputs.orError(() -> {
          throw new IllegalArgumentException("the window of 7 is larger than the channels");
        });
  }

  private static List<Double> powers(VectorLine line) {
    JsonNode given = line.params().get("betas");
    return given.isMissingNode() || given.isNull()
        ? MultiScaleSimilarity.STANDARD
        : VectorJson.list(given, VectorJson::number);
  }

  private static JsonNode multiScale(
      Picture reference, Picture test, double range, List<Double> powers) {
    ObjectNode node = JSON.objectNode();
    JsonNode relu =
        Inputs.numberOrError(
            () -> MultiScaleSimilarity.torchmetrics(reference, test, powers, range, Negative.ZERO));
    node.set("torchmetrics", relu);
    node.set("torchmetrics_normalize_relu", relu);
    node.set(
        "torchmetrics_normalize_simple",
        Inputs.numberOrError(() ->
            MultiScaleSimilarity.torchmetrics(reference, test, powers, range, Negative.SHIFTED)));
    node.set(
        "pytorch_msssim",
        Inputs.numberOrError(
            () -> MultiScaleSimilarity.pytorchMsssim(reference, test, powers, range)));
    return node;
  }

  private static JsonNode masked(Picture reference, Picture test, Picture mask, double range) {
    MaskedLikeness likeness = MaskedLikeness.of(reference, test, mask, range);
    ObjectNode node = JSON.objectNode().put("mask_pixels", likeness.pixels());
    if (likeness.pixels() == 0) {
      return node.put("undefined", true);
    }
    node.set("mse_in_mask", VectorJson.json(likeness.inside().meanSquare()));
    node.set("mae_in_mask", VectorJson.json(likeness.inside().meanAbsolute()));
    node.set("psnr_in_mask", VectorJson.json(likeness.inside().psnr(range)));
    node.set("ssim_map_mean_in_mask", VectorJson.json(likeness.similarity()));
    node.set("psnr_composited", VectorJson.json(likeness.composited().psnr(range)));
    if (likeness.pixels() < reference.size()) {
      node.set("mse_outside", VectorJson.json(likeness.outside().meanSquare()));
    }
    return node;
  }
}
