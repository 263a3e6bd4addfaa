package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;

/// A model that answers conversations with text.
public interface TextGenerator extends Model {

  /// Continues a conversation.
  ///
  /// @return answered with [io.assay.contracts.event.Answer.Text], or why not
  Completion generate(ModelRequest.GenerateText request, CallContext call)
      throws InterruptedException;
}
