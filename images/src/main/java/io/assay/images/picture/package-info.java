/// Pictures as numbers. Start with [PictureReader]. A newcomer might take colours from
/// `BufferedImage.getRGB`: that converts grey through a linear colour space and cuts 16 bits to 8,
/// so samples are taken from the raster here.
@NullMarked
package io.assay.images.picture;

import org.jspecify.annotations.NullMarked;
