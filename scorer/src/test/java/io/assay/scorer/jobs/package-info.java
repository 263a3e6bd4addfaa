/// Tests of what is known of jobs.
@NullMarked
package io.assay.scorer.jobs;

import org.jspecify.annotations.NullMarked;
