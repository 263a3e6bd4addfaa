package io.assay.tasks.metric;

import io.assay.contracts.event.ModelRequest;
import org.jspecify.annotations.Nullable;

/// What there is to know of an answer beside the answer itself.
///
/// @param request what the model was asked
/// @param callSeconds how long the call took over all its attempts, without waits; absent where
///   that is not known
/// @param media opens what sample and answer refer to
public record Circumstances(ModelRequest request, @Nullable Double callSeconds, Media media) {}
