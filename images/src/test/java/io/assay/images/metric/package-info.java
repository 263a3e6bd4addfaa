@NullMarked
package io.assay.images.metric;

import org.jspecify.annotations.NullMarked;
