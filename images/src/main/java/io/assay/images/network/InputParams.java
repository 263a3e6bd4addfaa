package io.assay.images.network;

import io.assay.images.network.PictureInput.Fit;
import io.assay.images.network.PictureInput.Layout;
import io.assay.images.network.Resampling.Filter;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.util.List;

/// The parameters of job documents that say what a network takes, with the defaults of a family of
/// networks.
@SuppressWarnings("ImmutableEnumChecker") // the list is never changed
public enum InputParams {
  /// Inception as the FID uses it: 299 x 299 without antialiasing, from -1 to 1.
  INCEPTION("299", "stretch", "bilinear", "false", "-1", "[0,0,0]", "[1,1,1]"),
  /// CLIP's image encoders of 224 x 224.
  CLIP(
      "224",
      "crop",
      "bicubic",
      "true",
      "0",
      "[0.48145466,0.4578275,0.40821073]",
      "[0.26862954,0.26130258,0.27577711]"),
  /// LPIPS as a whole network: pictures in their own size, from -1 to 1.
  LPIPS("0", "stretch", "bilinear", "true", "-1", "[0,0,0]", "[1,1,1]");

  private final List<Param> params;

  InputParams(
      String size,
      String fit,
      String filter,
      String antialias,
      String low,
      String mean,
      String std) {
    params =
        List.of(
            new Param(
                "size", "integer", size, "rows and columns that it takes; 0: the image's own"),
            new Param(
                "fit",
                "text",
                fit,
                "of images that are not square: stretch, or crop (shorter side, then the middle)"),
            new Param("filter", "text", filter, "of resizing: nearest, bilinear or bicubic"),
            new Param(
                "antialias",
                "boolean",
                antialias,
                "true: a smaller image averages, as with Pillow; false: as PyTorch's interpolate"),
            new Param("low", "number", low, "what black becomes"),
            new Param("high", "number", "1", "what white becomes"),
            new Param("mean", "list", mean, "taken from each channel after that"),
            new Param("std", "list", std, "each channel is divided by it after that"),
            new Param("layout", "text", "channels-first", "channels-first or channels-last"));
  }

  /// The parameters.
  public List<Param> params() {
    return params;
  }

  /// What documents say.
  ///
  /// @throws IllegalArgumentException where a parameter has a wrong value
  public static PictureInput read(Params params) {
    int size = params.integer("size", 0);
    if (size > 4096) {
      throw new IllegalArgumentException(
          "size of metric %s is %d, expected 4096 or less".formatted(params.spec().metric(), size));
    }
    return new PictureInput(
        size,
        params.choice("fit", List.of("stretch", "crop")).equals("crop") ? Fit.CROP : Fit.STRETCH,
        new Resampling(filter(params), params.flag("antialias")),
        params.number("low", -1e6),
        params.number("high", -1e6),
        params.numbers("mean", 3, -1e6),
        params.numbers("std", 3, 1e-6),
        params.choice("layout", List.of("channels-first", "channels-last")).equals("channels-last")
            ? Layout.CHANNELS_LAST
            : Layout.CHANNELS_FIRST);
  }

  private static Filter filter(Params params) {
    return switch (params.choice("filter", List.of("nearest", "bilinear", "bicubic"))) {
      case "nearest" -> Filter.NEAREST;
      case "bicubic" -> Filter.BICUBIC;
      default -> Filter.BILINEAR;
    };
  }
}
