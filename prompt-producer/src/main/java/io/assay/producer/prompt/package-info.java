/// From samples to prompts. Start at [io.assay.producer.prompt.PromptCursor]: all prompts of one
/// model of a job, in an order in which a position is a number. Rendering never touches the network
/// and knows no model.
@NullMarked
package io.assay.producer.prompt;

import org.jspecify.annotations.NullMarked;
