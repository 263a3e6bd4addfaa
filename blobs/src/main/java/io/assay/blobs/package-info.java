/// Audio and images of jobs, by content. Start at [io.assay.blobs.BlobStore].
///
/// A newcomer would wrongly assume that equal bytes of two jobs are stored once: each job has its
/// own, so that what a job has can go with it.
@NullMarked
package io.assay.blobs;

import org.jspecify.annotations.NullMarked;
