/// Assay in one process, and its command line. Start at [io.assay.standalone.Assay]. Nothing here
/// knows how a service works: the commands talk to the same REST API as everybody else.
@NullMarked
package io.assay.standalone;

import org.jspecify.annotations.NullMarked;
