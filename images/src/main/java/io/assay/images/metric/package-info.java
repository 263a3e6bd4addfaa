/// Metrics of images for jobs. Start with [Psnr], then [PairMean].
///
/// A newcomer might expect alpha to count: it is left out. Grey images are compared with coloured
/// ones as if they had three equal channels, images of 8 bits with those of 16 as if they had 16;
/// sizes must be equal.
@NullMarked
package io.assay.images.metric;

import org.jspecify.annotations.NullMarked;
