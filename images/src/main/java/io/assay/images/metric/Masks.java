package io.assay.images.metric;

import io.assay.images.likeness.MaskedLikeness;
import io.assay.images.picture.Picture;

/// Compares the part under a mask.
final class Masks {

  private Masks() {}

  /// @throws IllegalArgumentException where there is no mask, it has another size, or it is empty
  static MaskedLikeness likeness(Pair pair) {
    Picture mask = pair.mask();
    if (mask == null) {
      throw new IllegalArgumentException("there is no mask");
    }
    var likeness = MaskedLikeness.of(pair.reference(), pair.made(), mask, pair.range());
    if (likeness.pixels() == 0) {
      throw new IllegalArgumentException("the mask is empty: none of its pixels is white");
    }
    return likeness;
  }
}
