/// Task types: half prompt, half judgement. Start at [io.assay.tasks.type.TaskType]. A task type
/// neither reads files nor calls models.
@NullMarked
package io.assay.tasks.type;

import org.jspecify.annotations.NullMarked;
