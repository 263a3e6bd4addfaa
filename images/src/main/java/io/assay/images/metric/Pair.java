package io.assay.images.metric;

import io.assay.images.likeness.Plane;
import io.assay.images.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image that a model made beside the one that was expected, in one shape: without alpha, both
/// grey or both coloured, of one number of bits.
///
/// @param reference what was expected
/// @param made what the model made
/// @param mask which part was to be changed, where a metric reads it
record Pair(Picture reference, Picture made, @Nullable Picture mask) {

  /// Brings images into one shape.
  ///
  /// @throws IllegalArgumentException where their sizes differ
  static Pair of(Picture reference, Picture made, @Nullable Picture mask) {
    if (reference.width() != made.width() || reference.height() != made.height()) {
      throw new IllegalArgumentException(
          "the model made %dx%d pixels, expected %dx%d"
              .formatted(made.width(), made.height(), reference.width(), reference.height()));
    }
    boolean colour = !(reference.isGrey() && made.isGrey());
    int bits = Math.max(reference.bits(), made.bits());
    return new Pair(reference.opaque(colour, bits), made.opaque(colour, bits), mask);
  }

  /// The largest value of a sample.
  double range() {
    return reference.largest();
  }

  /// Channels of both images.
  record Planes(List<Plane> reference, List<Plane> made, double range) {}

  /// The channels that a metric looks at, without so many pixels at each border.
  ///
  /// @throws IllegalArgumentException where nothing is left
  Planes planes(Channel channel, int crop) {
    var planes =
        switch (channel) {
          case ALL -> new Planes(Plane.of(reference), Plane.of(made), range());
          case Y -> new Planes(List.of(Plane.luma(reference)), List.of(Plane.luma(made)), 255);
        };
    if (Math.min(reference.width(), reference.height()) <= 2 * crop) {
      throw new IllegalArgumentException(
          "nothing is left of %dx%d pixels without %d at each border"
              .formatted(reference.width(), reference.height(), crop));
    }
    return crop == 0
        ? planes
        : new Planes(
            planes.reference.stream().map(each -> each.cropped(crop)).toList(),
            planes.made.stream().map(each -> each.cropped(crop)).toList(),
            planes.range);
  }

  /// What is looked at.
  enum Channel {
    /// Grey, or red, green and blue.
    ALL,
    /// Luma of BT.601 for studios, as papers of super-resolution have it.
    Y
  }
}
