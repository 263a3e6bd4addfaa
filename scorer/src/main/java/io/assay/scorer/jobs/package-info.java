/// What the scorer's stages know of jobs. Start at [io.assay.scorer.jobs.JobBook].
@NullMarked
package io.assay.scorer.jobs;

import org.jspecify.annotations.NullMarked;
