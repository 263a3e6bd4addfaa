/// Networks that the operator brings as ONNX files, and how pictures and captions are put into
/// them. Start with [PictureNetwork]. A newcomer might look for weights: none are here, and what a
/// network is worth as a measure is for whoever names its file.
@NullMarked
package io.assay.images.network;

import org.jspecify.annotations.NullMarked;
