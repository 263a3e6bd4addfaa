/// Whether pictures show what was asked for and whether people would choose them, from what other
/// models said: embeddings, detected objects, rewards. Start with [CompositionCheck]. A newcomer
/// might look for those models: they are not here.
@NullMarked
package io.assay.images.prompts;

import org.jspecify.annotations.NullMarked;
