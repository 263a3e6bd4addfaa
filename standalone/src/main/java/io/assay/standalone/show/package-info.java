/// What people see in a terminal: progress, tables, numbers. Start at
/// [io.assay.standalone.show.ProgressDisplay]. Nothing here decides anything.
@NullMarked
package io.assay.standalone.show;

import org.jspecify.annotations.NullMarked;
