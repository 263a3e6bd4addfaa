package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import java.util.ArrayList;
import java.util.List;

/// Which capability answers which request: the one place that knows all of them.
public final class Capabilities {

  private Capabilities() {}

  /// Asks a model what the call's prompt asks.
  ///
  /// @return refused where the model lacks the capability
  public static Completion ask(Model model, CallContext call) throws InterruptedException {
    return switch (call.prompt().request()) {
      case ModelRequest.GenerateText request ->
          model instanceof TextGenerator generator
              ? generator.generate(request, call)
              : lacking(model, "generate text", call);
      case ModelRequest.Embed request ->
          model instanceof Embedder embedder
              ? embedder.embed(request, call)
              : lacking(model, "embed text", call);
      case ModelRequest.Likelihood request ->
          model instanceof LikelihoodScorer scorer
              ? scorer.likelihood(request, call)
              : lacking(model, "say how likely texts are", call);
      case ModelRequest.Transcribe request ->
          model instanceof Transcriber transcriber
              ? transcriber.transcribe(request, call)
              : lacking(model, "transcribe speech", call);
      case ModelRequest.GenerateImages request ->
          model instanceof ImageGenerator generator
              ? generator.generateImages(request, call)
              : lacking(model, "generate images", call);
      case ModelRequest.EditImage request ->
          model instanceof ImageEditor editor
              ? editor.editImage(request, call)
              : lacking(model, "edit images", call);
    };
  }

  private static Completion lacking(Model model, String what, CallContext call) {
    var spec = call.prompt().model();
    return new Completion.Refused(
        "model %s of provider %s cannot %s, which task type %s needs; it can %s"
            .formatted(
                spec.id(), spec.provider(), what, call.prompt().taskType(), abilities(model)));
  }

  private static String abilities(Model model) {
    List<String> abilities = new ArrayList<>();
    if (model instanceof TextGenerator) {
      abilities.add("generate text");
    }
    if (model instanceof Embedder) {
      abilities.add("embed text");
    }
    if (model instanceof LikelihoodScorer) {
      abilities.add("say how likely texts are");
    }
    if (model instanceof Transcriber) {
      abilities.add("transcribe speech");
    }
    if (model instanceof ImageGenerator) {
      abilities.add("generate images");
    }
    if (model instanceof ImageEditor) {
      abilities.add("edit images");
    }
    return abilities.isEmpty() ? "do nothing" : String.join(" and ", abilities);
  }
}
