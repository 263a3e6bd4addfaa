/// What a user asks for: models, tasks, datasets, metrics, limits and gates, as plain records.
/// Start at [io.assay.contracts.spec.JobDocument]. Nothing here knows an event or a service; a
/// record that exists is well-formed, but the files and names that it mentions may still be
/// missing.
@NullMarked
package io.assay.contracts.spec;

import org.jspecify.annotations.NullMarked;
