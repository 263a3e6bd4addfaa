/// Job to prompt: accepts jobs, issues their prompts under credit, ends them; keeps the catalogue
/// of models. Start at [io.assay.producer.job.Dispatcher]. Nothing here calls a model or computes a
/// metric.
@NullMarked
package io.assay.producer;

import org.jspecify.annotations.NullMarked;
