/// A job's samples as files that other programs read. Start at
/// [io.assay.dashboard.export.ExportResource].
@NullMarked
package io.assay.dashboard.export;

import org.jspecify.annotations.NullMarked;
