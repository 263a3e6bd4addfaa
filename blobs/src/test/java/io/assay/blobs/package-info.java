@NullMarked
package io.assay.blobs;

import org.jspecify.annotations.NullMarked;
