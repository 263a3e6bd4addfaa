/// The commands, one file each. Start at [io.assay.standalone.cli.RunCommand]. A command prints and
/// decides the exit code; everything else is asked of a server.
@NullMarked
package io.assay.standalone.cli;

import org.jspecify.annotations.NullMarked;
