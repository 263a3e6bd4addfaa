/// Definitions of other systems as job documents. Start at
/// [io.assay.producer.importer.LmEvalImport] and [io.assay.producer.importer.PromptfooImport]. What
/// has no equal here is named with its line; nothing is dropped in silence.
@NullMarked
package io.assay.producer.importer;

import org.jspecify.annotations.NullMarked;
