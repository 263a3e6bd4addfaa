package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;

/// A model that makes images of descriptions.
public interface ImageGenerator extends Model {

  /// Makes images and puts them into [CallContext#blobs()].
  ///
  /// @return answered with [io.assay.contracts.event.Answer.Images], as many as were asked for, or
  ///   why not
  Completion generateImages(ModelRequest.GenerateImages request, CallContext call)
      throws InterruptedException;
}
