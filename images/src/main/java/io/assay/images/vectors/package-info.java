/// Numbers of the reference implementations for pictures, in their shapes. Start with
/// [LikenessVectors]. Nothing here is computed: the packages beside it do that.
@NullMarked
package io.assay.images.vectors;

import org.jspecify.annotations.NullMarked;
