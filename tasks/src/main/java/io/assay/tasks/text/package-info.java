/// Text as the reference implementations see it, and names as people mistype them. Start at
/// [io.assay.tasks.text.PythonText]. Python's white space, word characters and punctuation are not
/// Java's.
@NullMarked
package io.assay.tasks.text;

import org.jspecify.annotations.NullMarked;
