package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;

/// A model that turns texts into vectors.
public interface Embedder extends Model {

  /// Embeds each text by itself.
  ///
  /// @return answered with [io.assay.contracts.event.Answer.Vectors], one for each text in its
  ///   order, or why not
  Completion embed(ModelRequest.Embed request, CallContext call) throws InterruptedException;
}
