/// Tests of the scorer through a real broker. Start at [io.assay.scorer.PipelineTest].
@NullMarked
package io.assay.scorer;

import org.jspecify.annotations.NullMarked;
