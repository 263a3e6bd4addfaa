/// Holds `asyncapi.yaml` to the code. Start at [io.assay.contracts.asyncapi.AsyncApiTest].
///
/// A newcomer would wrongly edit the file by hand: it is written from the records, their doc
/// comments and [io.assay.contracts.asyncapi.Operations].
@NullMarked
package io.assay.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
