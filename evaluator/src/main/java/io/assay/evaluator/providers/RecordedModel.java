package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.ImageEditor;
import io.assay.evaluator.provider.ImageGenerator;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.Transcriber;
import java.io.IOException;
import java.util.List;

/// Outputs of one model in a file of records.
///
/// @param file the records
/// @param byInput whether a sample's input finds its record, else its id; of a judge, whether the
///   text of a question does, else the question's id
/// @param output the field that holds the output
/// @param images where files that records name lie
record RecordedModel(
    ModelSpec spec, RecordFile file, boolean byInput, FieldPath output, RecordedImages images)
    implements TextGenerator, Embedder, LikelihoodScorer, Transcriber, ImageGenerator, ImageEditor {

  @Override
  public Completion generate(ModelRequest.GenerateText request, CallContext call) {
    return find(request, call, value -> answered(new Answer.Text(RecordFile.text(value))));
  }

  @Override
  public Completion embed(ModelRequest.Embed request, CallContext call) {
    return find(request, call, value -> vectors(JsonVectors.read(value), request, call));
  }

  @Override
  public Completion likelihood(ModelRequest.Likelihood request, CallContext call) {
    return find(request, call, value -> likelihoods(value, request, call));
  }

  @Override
  public Completion transcribe(ModelRequest.Transcribe request, CallContext call) {
    return find(request, call, value -> answered(JsonTranscripts.read(value)));
  }

  @Override
  public Completion generateImages(ModelRequest.GenerateImages request, CallContext call) {
    return image(request, call);
  }

  @Override
  public Completion editImage(ModelRequest.EditImage request, CallContext call) {
    return image(request, call);
  }

  private Completion image(ModelRequest request, CallContext call) {
    return find(request, call, value -> answered(images.named(value, call)));
  }

  private Completion likelihoods(
      JsonNode value, ModelRequest.Likelihood request, CallContext call) {
    int wanted = request.continuations().size();
    return JsonLikelihoods.read(value, wanted)
        .<Completion>map(this::answered)
        .orElseGet(() ->
            new Completion.Refused(
                "recorded output of sample %s for model %s is %s in field %s, expected %d"
                        .formatted(call.sample().id(), spec.id(), value, output, wanted)
                    + " log-probabilities"));
  }

  private Completion vectors(
      List<Embedding> vectors, ModelRequest.Embed request, CallContext call) {
    return vectors.size() == request.texts().size()
        ? answered(new Answer.Vectors(vectors))
        : new Completion.Refused(
            "recorded output of sample %s for model %s is %d vectors in field %s, expected %d"
                .formatted(
                    call.sample().id(), spec.id(), vectors.size(), output, request.texts().size()));
  }

  /// What finds the record: of a sample its id or input, of a question to a judge that question.
  private String key(ModelRequest request, CallContext call) {
    var inquiry = call.prompt().inquiry();
    if (inquiry.isPresent()) {
      return byInput ? asked(request) : inquiry.get().question();
    }
    return byInput ? input(call.sample()) : call.sample().id();
  }

  /// The question as the judge reads it, without reminders that followed.
  private static String asked(ModelRequest request) {
    return switch (request) {
      case ModelRequest.GenerateText text -> text.messages().getFirst().content();
      case ModelRequest.Embed embed ->
          RecordFile.text(ContractJson.mapper().valueToTree(embed.texts()));
      case ModelRequest.Transcribe _,
          ModelRequest.Likelihood _,
          ModelRequest.GenerateImages _,
          ModelRequest.EditImage _ ->
          throw new IllegalArgumentException(
              "no judge is asked for " + request.getClass().getSimpleName());
    };
  }

  /// A file is found by its path as the dataset writes it.
  private static String input(Sample sample) {
    return Medium.of(sample.input())
        .map(Medium::file)
        .orElseGet(() -> RecordFile.text(sample.input()));
  }

  /// Makes an answer of what a record holds.
  private interface Answering {
    Completion of(JsonNode value) throws IOException;
  }

  private Completion find(ModelRequest request, CallContext call, Answering answer) {
    call.attempt();
    var sample = call.sample();
    String key = key(request, call);
    try {
      var value = file.find(key).flatMap(output::in);
      return value.isPresent() ? answer.of(value.get()) : missing(call);
    } catch (IllegalArgumentException e) {
      return new Completion.Refused(
          "recorded output of sample %s for model %s: %s"
              .formatted(sample.id(), spec.id(), e.getMessage()));
    } catch (IOException e) {
      return new Completion.Unavailable(
          1, "the recorded outputs of model %s: %s".formatted(spec.id(), e.getMessage()));
    }
  }

  private Completion answered(Answer answer) {
    return new Completion.Answered(answer, null, Completion.Usage.UNKNOWN, null);
  }

  private Completion missing(CallContext call) {
    var inquiry = call.prompt().inquiry();
    if (inquiry.isPresent()) {
      return new Completion.Refused(
          "no recorded reply of judge %s about sample %s: no record of %s whose %s is the question's %s has the field %s"
              .formatted(
                  spec.id(),
                  call.sample().id(),
                  file,
                  file.match(),
                  byInput ? "text" : "id, " + inquiry.get().question() + ",",
                  output));
    }
    return new Completion.Refused(
        "no recorded output for sample %s of model %s: no record of %s whose %s is the sample's"
                .formatted(call.sample().id(), spec.id(), file, file.match())
            + (byInput ? " input" : " id")
            + " has the field "
            + output);
  }
}
