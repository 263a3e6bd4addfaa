/// Tests of judging alone.
@NullMarked
package io.assay.scorer.score;

import org.jspecify.annotations.NullMarked;
