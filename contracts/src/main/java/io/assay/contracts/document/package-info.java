/// The job document as people write it: YAML or JSON text to a
/// [io.assay.contracts.spec.JobDocument], or to everything that is wrong with it, each with its
/// line. Start at [io.assay.contracts.document.JobDocuments]. It knows the text alone: whether
/// files exist and metrics are known is for the prompt producer to say.
@NullMarked
package io.assay.contracts.document;

import org.jspecify.annotations.NullMarked;
