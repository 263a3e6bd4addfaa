/// Jinja templates over the rows of a dataset. Start at [io.assay.producer.template.Template]. What
/// a template is given is text, never template.
@NullMarked
package io.assay.producer.template;

import org.jspecify.annotations.NullMarked;
