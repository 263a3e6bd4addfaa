/// What is checked before a job is accepted, so that nothing is started that cannot end well. Start
/// at [io.assay.producer.validate.JobValidator]. Every problem carries its line in the document; a
/// problem is a value, never an exception.
@NullMarked
package io.assay.producer.validate;

import org.jspecify.annotations.NullMarked;
