/// Distances between texts in edits. Start at [io.assay.tasks.edit.Levenshtein]. Texts are arrays
/// of code points, never of UTF-16 units: an emoji is one character.
@NullMarked
package io.assay.tasks.edit;

import org.jspecify.annotations.NullMarked;
