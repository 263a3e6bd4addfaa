/// Tests of asking judges.
@NullMarked
package io.assay.scorer.consult;

import org.jspecify.annotations.NullMarked;
