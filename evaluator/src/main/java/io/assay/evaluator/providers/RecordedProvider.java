package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.UnusableModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// `recorded`: outputs that a system gave elsewhere, read from a JSON Lines file. So closed
/// services and old runs are compared on equal terms with models that are called now.
///
/// Options: `path`, absolute; `matchId` or `matchInput`, the field that holds the sample's id or
/// its input (`matchId: id` if neither is given); `output`, the field that holds the output,
/// default `output`. Fields are names, with dots for inner ones: `175b.solution`. Where two records
/// match a sample, the first is taken. A number, list or object is given as JSON text; for
/// embeddings the field holds an array of numbers, or one such array for each text; for likelihoods
/// see [JsonLikelihoods].
public final class RecordedProvider implements Provider {

  /// Files are shared: many models are often columns of one.
  private final ConcurrentMap<FileAndField, RecordFile> files = new ConcurrentHashMap<>();

  private record FileAndField(Path path, FieldPath match) {}

  @Override
  public String name() {
    return "recorded";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    var path = path(spec, options.requiredText("path"));
    var matchId = options.text("matchId");
    var matchInput = options.text("matchInput");
    var output = FieldPath.parse(options.text("output").orElse("output"));
    options.refuseOthers();
    if (matchId.isPresent() && matchInput.isPresent()) {
      throw UnusableModelException.wrongSpec(
          "model %s has both matchId and matchInput: say which one finds a sample's record"
              .formatted(spec.id()));
    }
    var match = FieldPath.parse(matchInput.or(() -> matchId).orElse("id"));
    var file =
        files.computeIfAbsent(new FileAndField(path, match), f -> new RecordFile(path, match));
    return new RecordedModel(spec, file, matchInput.isPresent(), output);
  }

  private static Path path(ModelSpec spec, String text) throws UnusableModelException {
    var path = Path.of(text);
    if (!path.isAbsolute()) {
      throw UnusableModelException.wrongSpec(
          "option path of model %s is %s, expected an absolute path".formatted(spec.id(), text));
    }
    if (!Files.isReadable(path)) {
      throw UnusableModelException.notHere(
          "the recorded outputs of model %s are not readable by this evaluator: %s"
              .formatted(spec.id(), path));
    }
    return path.normalize();
  }

  private record RecordedModel(ModelSpec spec, RecordFile file, boolean byInput, FieldPath output)
      implements TextGenerator, Embedder, LikelihoodScorer {

    @Override
    public Completion generate(ModelRequest.GenerateText request, CallContext call) {
      return find(call, value -> answered(new Answer.Text(RecordFile.text(value))));
    }

    @Override
    public Completion embed(ModelRequest.Embed request, CallContext call) {
      return find(call, value -> vectors(JsonVectors.read(value), request, call));
    }

    @Override
    public Completion likelihood(ModelRequest.Likelihood request, CallContext call) {
      return find(call, value -> likelihoods(value, request, call));
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
                      call.sample().id(),
                      spec.id(),
                      vectors.size(),
                      output,
                      request.texts().size()));
    }

    private Completion find(CallContext call, Function<JsonNode, Completion> answer) {
      call.attempt();
      var sample = call.sample();
      String key = byInput ? RecordFile.text(sample.input()) : sample.id();
      try {
        return file.find(key).flatMap(output::in).map(answer).orElseGet(() -> missing(call));
      } catch (IOException e) {
        return new Completion.Unavailable(
            1, "the recorded outputs of model %s: %s".formatted(spec.id(), e.getMessage()));
      }
    }

    private Completion answered(Answer answer) {
      return new Completion.Answered(answer, null, Completion.Usage.UNKNOWN, null);
    }

    private Completion missing(CallContext call) {
      return new Completion.Refused(
          "no recorded output for sample %s of model %s: no record of %s whose %s is the sample's"
                  .formatted(call.sample().id(), spec.id(), file, file.match())
              + (byInput ? " input" : " id")
              + " has the field "
              + output);
    }
  }
}
