/// The service's HTTP interface. Start at [io.assay.producer.rest.JobsResource]. Every error is
/// JSON with a sentence that says what was wrong, where, and how to mend it.
@NullMarked
package io.assay.producer.rest;

import org.jspecify.annotations.NullMarked;
