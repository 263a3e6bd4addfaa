package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Endpoint;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.http.Reply;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.TextGenerator;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// One model behind OpenAI's API.
final class OpenAiModel implements TextGenerator, Embedder, LikelihoodScorer {

  private final URI chat;
  private final URI embeddings;
  private final URI completions;
  private final String key;
  private final Endpoint endpoint;
  private final Optional<Duration> attemptLimit;
  private final OpenAiRequests requests;
  private final OpenAiAnswers answers;
  private final OpenAiErrors errors;
  private final ModelClient http;
  private final Retries retries;

  OpenAiModel(
      ModelSpec spec,
      URI base,
      String key,
      Endpoint endpoint,
      Optional<Duration> attemptLimit,
      OpenAiRequests requests,
      Secrets secrets,
      ModelClient http,
      Retries retries) {
    this.chat = under(base, "/chat/completions");
    this.embeddings = under(base, "/embeddings");
    this.completions = under(base, "/completions");
    this.key = key;
    this.endpoint = endpoint;
    this.attemptLimit = attemptLimit;
    this.requests = requests;
    this.answers = new OpenAiAnswers(spec);
    this.errors = new OpenAiErrors(spec, endpoint.name(), secrets);
    this.http = http;
    this.retries = retries;
  }

  /// Keeps a query, such as Azure's `api-version`.
  private static URI under(URI base, String path) {
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    String folder = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + folder + path + query);
  }

  @Override
  public Completion generate(ModelRequest.GenerateText request, CallContext call)
      throws InterruptedException {
    return ask(chat, requests.chat(request), answers::text, call);
  }

  @Override
  public Completion embed(ModelRequest.Embed request, CallContext call)
      throws InterruptedException {
    int texts = request.texts().size();
    return ask(embeddings, requests.embeddings(request), b -> answers.vectors(b, texts), call);
  }

  @Override
  public Completion likelihood(ModelRequest.Likelihood request, CallContext call)
      throws InterruptedException {
    return ask(
        completions, requests.likelihood(request), b -> answers.likelihoods(b, request), call);
  }

  private Completion ask(
      URI address, byte[] body, Function<JsonNode, Outcome> read, CallContext call)
      throws InterruptedException {
    return retries.run(
        call,
        endpoint,
        left -> {
          var limit = attemptLimit.filter(own -> own.compareTo(left) < 0).orElse(left);
          return switch (http.post(address, key, body, limit)) {
            case Reply.Arrived arrived -> errors.orElse(arrived, read);
            case Reply.Late late -> errors.late(late.why());
            case Reply.Broken broken -> errors.passing(broken.why());
          };
        });
  }
}
