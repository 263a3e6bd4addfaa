/// How like a picture is to a reference, pixel by pixel or window by window. Start with
/// [StructuralSimilarity], which has several conventions under one name: numbers of different ones
/// are not comparable.
@NullMarked
package io.assay.images.likeness;

import org.jspecify.annotations.NullMarked;
