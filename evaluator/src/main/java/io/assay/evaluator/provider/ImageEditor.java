package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;

/// A model that changes images.
public interface ImageEditor extends Model {

  /// Changes an image, which [CallContext#blobs()] opens and takes the result of.
  ///
  /// @return answered with [io.assay.contracts.event.Answer.Images], normally one, or why not
  Completion editImage(ModelRequest.EditImage request, CallContext call)
      throws InterruptedException;
}
