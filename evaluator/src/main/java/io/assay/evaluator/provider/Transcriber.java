package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;

/// A model that writes down what is said in a recording, or what it means in English.
public interface Transcriber extends Model {

  /// Transcribes a recording, which [CallContext#blobs()] opens.
  ///
  /// @return answered with [io.assay.contracts.event.Answer.Transcript], or why not
  Completion transcribe(ModelRequest.Transcribe request, CallContext call)
      throws InterruptedException;
}
