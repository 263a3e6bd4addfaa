/// Files of media in samples: what they are, and how they come into the blob store. Start at
/// [io.assay.producer.media.SampleMedia].
///
/// A newcomer would wrongly assume that a file's name says what it holds: its content does.
@NullMarked
package io.assay.producer.media;

import org.jspecify.annotations.NullMarked;
