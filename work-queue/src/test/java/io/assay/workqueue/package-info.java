/// Tests against a real broker, and `Load`, which prints figures.
@NullMarked
package io.assay.workqueue;

import org.jspecify.annotations.NullMarked;
