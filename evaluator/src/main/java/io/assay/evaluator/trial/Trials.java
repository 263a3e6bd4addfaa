package io.assay.evaluator.trial;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.blobs.FolderBlobStore;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.Models;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;
import io.assay.evaluator.providers.Commands;
import io.assay.evaluator.providers.Endpoints;
import io.assay.evaluator.providers.Providers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Calls a model once for each thing that it can, from this machine. Whoever tries may do what he
/// likes here: all hosts, keys and programs are allowed.
public final class Trials implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration STALL = Duration.ofSeconds(30);
  private static final long LARGEST_BLOB = 256L << 20;
  private static final String JOB = "trial";

  private final ModelClient http;
  private final Models models;
  private final JobBlobs blobs;

  /// @param environment where keys come from
  /// @param folder for what models make and are given
  public Trials(UnaryOperator<@Nullable String> environment, Path folder) {
    var all = new NameList(List.of("*"));
    this.http = new ModelClient(environment, STALL);
    this.models =
        new Models(
            Providers.all(
                new Secrets(environment, List.of("*")),
                new Endpoints(all, Cluster.ALONE),
                http,
                new Retries(),
                new Commands(true, environment, all)),
            1);
    this.blobs = new FolderBlobStore(folder, LARGEST_BLOB).of(JOB);
  }

  /// Tries a model.
  ///
  /// @param abilities what to try; what the model's provider cannot at all is left out
  /// @throws UnusableModelException where it cannot be opened
  /// @throws IOException where the folder cannot be written
  public List<Trial> of(ModelSpec spec, Set<Ability> abilities)
      throws UnusableModelException, IOException, InterruptedException {
    var model = models.of(spec);
    var trials = new ArrayList<Trial>();
    for (var ability : abilities) {
      if (ability.of(model)) {
        trials.add(run(model, spec, ability));
      }
    }
    return trials;
  }

  private Trial run(Model model, ModelSpec spec, Ability ability)
      throws IOException, InterruptedException {
    var question = question(ability);
    var call = new CallContext(prompt(spec, question.request()), 1, LIMIT, () -> false, blobs);
    var completion = Capabilities.ask(model, call);
    return new Trial(
        ability,
        question.words(),
        completion,
        call.elapsed(),
        call.attempts(),
        call.notes().record());
  }

  private record Question(String words, ModelRequest request) {}

  private Question question(Ability ability) throws IOException {
    return switch (ability) {
      case TEXT -> {
        String text = "Answer with one word: what is the capital of France?";
        var settings = new GenerationSettings(0.0, null, 64, List.of(), null, null);
        yield new Question(
            text, new ModelRequest.GenerateText(List.of(new ChatMessage("user", text)), settings));
      }
      case EMBEDDING ->
          new Question(
              "two texts",
              new ModelRequest.Embed(List.of("a small dog", "the stock market"), "text"));
      case LIKELIHOOD ->
          new Question(
              "\"The capital of France is\" + \" Paris\" or \" Rome\"",
              new ModelRequest.Likelihood("The capital of France is", List.of(" Paris", " Rome")));
      case SPEECH -> {
        var tone = blobs.put("audio/wav", new ByteArrayInputStream(Tone.wav()));
        yield new Question(
            "a second of a plain tone, in which nothing is said",
            new ModelRequest.Transcribe(tone, 1.0, "en", null, false, false));
      }
      case IMAGES ->
          new Question(
              "a red circle on white",
              new ModelRequest.GenerateImages(
                  "a red circle on white", 1, null, GenerationSettings.DEFAULTS));
    };
  }

  private static Prompt prompt(ModelSpec spec, ModelRequest request) {
    return new Prompt(
        new SampleKey(JOB, spec.id(), JOB, "1", 1),
        JOB,
        spec,
        request,
        new Sample("1", TextNode.valueOf("?"), TextNode.valueOf("Paris"), null, Map.of()),
        List.of(MetricSpec.of("exact_match")),
        null,
        null,
        Instant.now());
  }

  @Override
  public void close() {
    models.close();
    http.close();
  }
}
