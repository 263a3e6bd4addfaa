package io.assay.evaluator.providers;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.ImageEditor;
import io.assay.evaluator.provider.ImageGenerator;
import java.io.IOException;

/// Images of one model in a folder, named by the ids of samples.
record RecordedFolder(ModelSpec spec, RecordedImages images)
    implements ImageGenerator, ImageEditor {

  @Override
  public Completion generateImages(ModelRequest.GenerateImages request, CallContext call) {
    return image(call);
  }

  @Override
  public Completion editImage(ModelRequest.EditImage request, CallContext call) {
    return image(call);
  }

  private Completion image(CallContext call) {
    call.attempt();
    try {
      return new Completion.Answered(images.ofSample(call), null, Completion.Usage.UNKNOWN, null);
    } catch (IllegalArgumentException e) {
      return new Completion.Refused("model %s: %s".formatted(spec.id(), e.getMessage()));
    } catch (IOException e) {
      return new Completion.Unavailable(
          1, "the recorded images of model %s: %s".formatted(spec.id(), e.getMessage()));
    }
  }
}
