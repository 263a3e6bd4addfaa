/// Who may come in. Start at [io.assay.dashboard.door.Door]. Bound to this machine alone, there is
/// no login; what is kept out is other web pages in the user's own browser. Bound elsewhere, a
/// token is asked for.
@NullMarked
package io.assay.dashboard.door;

import org.jspecify.annotations.NullMarked;
