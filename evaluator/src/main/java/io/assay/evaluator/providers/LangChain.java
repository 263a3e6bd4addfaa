package io.assay.evaluator.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.UnusableModelException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens models whose protocol LangChain4j knows. LangChain4j's own classes are loaded when the
/// first of them is called.
///
/// Options, beside those of [Endpoints]: `attemptTimeout` and `stallTimeout` in seconds; `body`, an
/// object of further request fields; `contextLength` and `revision` for people; and where there are
/// vectors `queryPrefix`, `passagePrefix`, `batchSize` (default 32) and `batchDelayMs` (default
/// 10).
record LangChain(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {

  private static final int BATCH = 32;
  private static final int BATCH_DELAY_MS = 10;

  /// A protocol.
  ///
  /// @param endpoint where it is usually found
  /// @param needsKey whether nobody answers without a key
  /// @param seedPath where a request has its seed, as a JSON pointer; empty where it has none
  /// @param embedding null where it has no vectors
  record Protocol(
      String endpoint,
      boolean needsKey,
      String seedPath,
      Function<Way, ChatModel> chat,
      @Nullable Function<Way, EmbeddingModel> embedding) {}

  /// What a LangChain4j model is made of.
  record Way(String model, URI base, String key, LangChainHttp http) {

    /// The address without a slash at its end.
    String address() {
      return base.toString().replaceAll("/+$", "");
    }
  }

  Model open(ModelSpec spec, Protocol protocol) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    var base = endpoints.base(spec, protocol.endpoint());
    var endpoint = endpoints.of(spec, base, options);
    var patience =
        new Access.Patience(
            options.seconds("attemptTimeout"),
            java.util.Optional.empty(),
            options.seconds("stallTimeout").orElse(http.stall()));
    var chats = new LangChainChat(options.object("body"), protocol.seedPath());
    var prefixes =
        new LangChainEmbedder.Prefixes(
            options.text("queryPrefix").orElse(""), options.text("passagePrefix").orElse(""));
    int batch = options.integer("batchSize", 1, BATCH);
    var delay = Duration.ofMillis(options.integer("batchDelayMs", 0, BATCH_DELAY_MS));
    options.integer("contextLength", 1, 0);
    options.text("revision");
    options.refuseOthers();
    String key = key(spec, protocol);
    var errors = new HttpErrors(spec, endpoint.name(), secrets);
    var access = new Access(base, Map.of(), endpoint, patience, errors, http, retries);
    Supplier<Way> way =
        new Once<>(() -> new Way(spec.name(), base, key, new LangChainHttp(access)));
    var texts =
        new LangChainModel(spec, access, chats, new Once<>(() -> protocol.chat().apply(way.get())));
    var embedding = protocol.embedding();
    return embedding == null
        ? texts
        : new LangChainEmbedder(
            spec,
            access,
            texts,
            new Once<>(() -> embedding.apply(way.get())),
            prefixes,
            batch,
            delay);
  }

  private String key(ModelSpec spec, Protocol protocol) throws UnusableModelException {
    String key = secrets.key(spec);
    if (key.isEmpty() && protocol.needsKey()) {
      throw UnusableModelException.wrongSpec(
          "model %s of provider %s names no key: set apiKeyEnv to the name of the variable that holds it"
              .formatted(spec.id(), spec.provider()));
    }
    return key;
  }

  /// Makes something at its first use.
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized T get() {
      T ready = made == null ? maker.get() : made;
      made = ready;
      return ready;
    }
  }
}
