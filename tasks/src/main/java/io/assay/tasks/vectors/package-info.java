/// Numbers in the shapes of the reference implementations, from lines of a file: how anybody can
/// check ours against theirs. Start with [ReferenceVectors]. Nothing here is a metric of its own: a
/// class of this package names a reference's function, calls the code that jobs use too, and lays
/// out its result.
@NullMarked
package io.assay.tasks.vectors;

import org.jspecify.annotations.NullMarked;
