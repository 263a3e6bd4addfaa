package io.assay.images.prompts;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object that a detector found in a picture.
///
/// @param left the left edge of its box
/// @param top the upper edge
/// @param right the right edge
/// @param bottom the lower edge
/// @param confidence how sure the detector is, from 0 to 1
/// @param colour the colour that a classifier gave it, if any
public record DetectedObject(
    double left,
    double top,
    double right,
    double bottom,
    double confidence,
    @Nullable String colour) {

  private static final double OVERLAP = 0.1;
  private static final double LEAST_PART = 0.5;

  /// Where this object is, seen from another one: none, one or two of `left of`, `right of`,
  /// `above`, `below`. The centres' offset counts beyond a tenth of both sizes.
  Set<String> positionTo(DetectedObject other) {
    double x = (left + right - other.left - other.right) / 2;
    double y = (top + bottom - other.top - other.bottom) / 2;
    double width = Math.abs(right - left) + Math.abs(other.right - other.left);
    double height = Math.abs(bottom - top) + Math.abs(other.bottom - other.top);
    double beyondX = Math.copySign(Math.max(Math.abs(x) - OVERLAP * width, 0), x);
    double beyondY = Math.copySign(Math.max(Math.abs(y) - OVERLAP * height, 0), y);
    if (Math.abs(beyondX) < 1e-3 && Math.abs(beyondY) < 1e-3) {
      return new HashSet<>();
    }
    return names(beyondX / Math.hypot(x, y), beyondY / Math.hypot(x, y));
  }

  private static Set<String> names(double across, double down) {
    Set<String> names = new LinkedHashSet<>();
    if (Math.abs(across) > LEAST_PART) {
      names.add(across < 0 ? "left of" : "right of");
    }
    if (Math.abs(down) > LEAST_PART) {
      names.add(down < 0 ? "above" : "below");
    }
    return names;
  }
}
