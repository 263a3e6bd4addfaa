/// The SQL view: what the topics hold, as tables of an embedded DuckDB. Start at
/// [io.assay.dashboard.store.Store]. Rows and the offsets that they came from are written in one
/// transaction; there is one writer, and any number of readers that it does not block.
@NullMarked
package io.assay.dashboard.store;

import org.jspecify.annotations.NullMarked;
