package io.assay.evaluator.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.assay.evaluator.http.Reply;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Lets LangChain4j call through our own client: so its models have our deadlines, proxies, limits
/// and errors. What is called belongs to the attempt that is bound to the calling thread.
final class LangChainHttp implements HttpClient, HttpClientBuilder {

  /// Headers that the JDK's client sets by itself and lets nobody else set.
  private static final Set<String> RESTRICTED = restricted();

  private static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

  private final Access access;

  /// One attempt.
  static final class Attempt {
    private final Duration left;
    private final UnaryOperator<String> amend;
    private @Nullable Reply reply;
    private boolean interrupted;
    private byte[] sent = new byte[0];

    /// @param left of the call's time
    /// @param amend changes the request's JSON
    Attempt(Duration left, UnaryOperator<String> amend) {
      this.left = left;
      this.amend = amend;
    }

    /// What the server answered; null where it was not called.
    @Nullable Reply reply() {
      return reply;
    }

    /// What was sent to it.
    byte[] sent() {
      return sent;
    }

    /// Runs what calls the server on this thread.
    void run(Runnable call) throws InterruptedException {
      try {
        ScopedValue.where(CURRENT, this).run(call);
      } catch (RuntimeException e) { // LangChain4j wraps what our client throws
        throwIfInterrupted();
        throw e;
      }
      throwIfInterrupted();
    }

    private void throwIfInterrupted() throws InterruptedException {
      if (interrupted && Thread.interrupted()) {
        throw new InterruptedException("the call was interrupted");
      }
    }
  }

  LangChainHttp(Access access) {
    this.access = access;
  }

  private static Set<String> restricted() {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Set.of("connection", "content-length", "expect", "host", "upgrade"));
    return names;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var attempt = CURRENT.get();
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, values) -> {
          if (!RESTRICTED.contains(name)) {
            headers.put(name, String.join(", ", values));
          }
        });
    if (request.body() != null) {
      attempt.sent = attempt.amend.apply(request.body()).getBytes(UTF_8);
    }
    var body = BodyPublishers.ofByteArray(attempt.sent);
    try {
      attempt.reply = access.send(URI.create(request.url()), headers, body, attempt.left);
    } catch (InterruptedException e) {
      attempt.interrupted = true;
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return response(attempt.reply);
  }

  /// The attempt keeps the reply: what is thrown here only ends LangChain4j's part.
  private static SuccessfulHttpResponse response(Reply reply) {
    return switch (reply) {
      case Reply.Arrived arrived when arrived.status() / 100 == 2 ->
          SuccessfulHttpResponse.builder()
              .statusCode(arrived.status())
              .headers(arrived.headers().map())
              .body(arrived.body())
              .build();
      case Reply.Arrived arrived -> throw new HttpException(arrived.status(), "");
      case Reply.Late late -> throw new HttpException(408, late.why());
      case Reply.Broken broken -> throw new HttpException(502, broken.why());
    };
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("models are not streamed through LangChain4j here");
  }

  @Override
  public @Nullable Duration connectTimeout() {
    return null;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this; // ours has its own
  }

  @Override
  public @Nullable Duration readTimeout() {
    return null;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this; // the attempt's time is what counts
  }

  @Override
  public HttpClient build() {
    return this;
  }
}
