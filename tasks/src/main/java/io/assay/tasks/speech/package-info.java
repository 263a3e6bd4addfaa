/// What was said against what was heard: transcripts normalised as Whisper's evaluation does, then
/// aligned word by word or character by character. Start with [WordErrorRate]. A newcomer might
/// think that the number of edits settles the counts: it does not, several alignments can have the
/// fewest edits but different hits, so which one is chosen is part of the definition (see
/// [EditAligner]).
@NullMarked
package io.assay.tasks.speech;

import org.jspecify.annotations.NullMarked;
