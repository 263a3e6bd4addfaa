/// The catalogue of models. Start at [io.assay.producer.catalog.Catalog]. The topic is the truth;
/// the files that come with Assay only fill it, and never replace what a person wrote.
@NullMarked
package io.assay.producer.catalog;

import org.jspecify.annotations.NullMarked;
