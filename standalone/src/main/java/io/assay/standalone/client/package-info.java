/// A client of Assay's REST API. Start at [io.assay.standalone.client.AssayClient]. It reads what
/// the commands show and ignores the rest.
@NullMarked
package io.assay.standalone.client;

import org.jspecify.annotations.NullMarked;
