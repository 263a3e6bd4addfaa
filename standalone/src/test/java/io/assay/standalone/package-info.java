/// Tests of the whole, through its real doors: processes, HTTP, the command line.
@NullMarked
package io.assay.standalone;

import org.jspecify.annotations.NullMarked;
