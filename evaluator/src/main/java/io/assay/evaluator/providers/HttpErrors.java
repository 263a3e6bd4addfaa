package io.assay.evaluator.providers;

import static io.assay.evaluator.http.Outcome.Cause.FAILED;
import static io.assay.evaluator.http.Outcome.Cause.LATE;
import static io.assay.evaluator.http.Outcome.Cause.OVERLOADED;
import static io.assay.evaluator.http.Outcome.Cause.RATE_LIMITED;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Completion;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.http.Reply;
import io.assay.evaluator.http.RetryAfter;
import io.assay.evaluator.provider.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells which failures may pass, which are the request's fault, and which are the set-up's; and
/// says so without secrets.
///
/// @param endpoint its address, for people
record HttpErrors(ModelSpec spec, String endpoint, Secrets secrets) {

  private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);
  private static final Set<Integer> NEVER_PASSING = Set.of(501, 505);
  private static final int LONGEST_MESSAGE = 400;

  /// What an answer comes to, read by `read` where it is a good one.
  Outcome orElse(Reply.Arrived reply, Function<JsonNode, Outcome> read) {
    Optional<JsonNode> json = json(reply.body());
    if (json.isPresent() && (reply.status() == 200 || hasError(json.get()))) {
      return orElse(reply, json.get(), read);
    }
    var after = RetryAfter.of(reply.headers());
    String page = json.map(HttpErrors::ownMessage).orElseGet(() -> page(reply.body()));
    return reply.status() == 200
        ? new Outcome.Passing(FAILED, sentence("answered", page), after)
        : failed(reply.status(), "", page, after);
  }

  /// What an answer in JSON comes to, which may be an error whatever its status says.
  Outcome orElse(Reply.Arrived reply, JsonNode body, Function<JsonNode, Outcome> read) {
    if (!hasError(body)) {
      return read.apply(body);
    }
    var error = body.path("error");
    return failed(
        status(reply, error), code(error), message(error), RetryAfter.of(reply.headers()));
  }

  private static boolean hasError(JsonNode body) {
    return body.path("error").isObject() || body.path("error").isTextual();
  }

  /// An attempt that took too long.
  Outcome late(String why) {
    return new Outcome.Passing(LATE, sentence("was too slow", why), Optional.empty());
  }

  /// An attempt that was lost on the way.
  Outcome passing(String why) {
    return new Outcome.Passing(FAILED, sentence("failed", why), Optional.empty());
  }

  private static Outcome.Cause cause(int status) {
    return switch (status) {
      case 408, 504 -> LATE;
      case 429 -> RATE_LIMITED;
      case 503, 529 -> OVERLOADED;
      default -> FAILED;
    };
  }

  private Outcome failed(int status, String code, String message, Optional<Duration> after) {
    String text = sentence("answered HTTP " + status, message);
    if (code.contains("content_filter") || code.contains("content_policy")) {
      return new Outcome.Settled(new Completion.Refused("content filter: " + text));
    }
    if (code.contains("insufficient_quota")) {
      return unavailable(text + "; the account has no credit left");
    }
    if (PASSING.contains(status) || (status >= 500 && !NEVER_PASSING.contains(status))) {
      return new Outcome.Passing(cause(status), text, after);
    }
    return switch (status) {
      case 401, 403 -> unavailable(text + "; " + keyHint());
      case 404, 405, 501 ->
          unavailable(text + "; check the endpoint and the model's name, " + spec.name());
      case 301, 302, 307, 308 -> unavailable(text + "; it redirects: use the final address");
      default -> new Outcome.Settled(new Completion.Refused(text));
    };
  }

  private static Outcome unavailable(String text) {
    return new Outcome.Settled(new Completion.Unavailable(1, text));
  }

  private String keyHint() {
    return spec.apiKeyEnv() == null
        ? "the model names no key: set apiKeyEnv to the name of the variable that holds it"
        : "check the key in the environment variable " + spec.apiKeyEnv();
  }

  /// Servers that answer 200 put the real status into the error.
  private static int status(Reply.Arrived reply, JsonNode error) {
    if (reply.status() != 200) {
      return reply.status();
    }
    int inside = error.path("code").asInt(0);
    if (inside >= 400 && inside < 600) {
      return inside;
    }
    String code = code(error);
    boolean busy = code.contains("rate_limit") || code.contains("overloaded");
    boolean request = code.contains("invalid_request");
    return busy ? 429 : request ? 400 : 500;
  }

  private static String code(JsonNode error) {
    return error.path("code").asText("") + " " + error.path("type").asText("");
  }

  private static String message(JsonNode error) {
    return error.isTextual() ? error.textValue() : error.path("message").asText(error.toString());
  }

  /// Some put the message beside everything else: `{"message": "…", "code": "…"}`.
  private static String ownMessage(JsonNode body) {
    return body.path("message").isTextual() ? body.path("message").textValue() : body.toString();
  }

  private static Optional<JsonNode> json(byte[] body) {
    try {
      var json = ContractJson.mapper().readTree(body);
      boolean wrapped = json != null && json.isArray() && json.path(0).has("error"); // Gemini
      return Optional.ofNullable(wrapped ? json.get(0) : json).filter(JsonNode::isObject);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String page(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, 2000), UTF_8).strip();
    if (text.isEmpty()) {
      return "nothing";
    }
    return text.startsWith("<")
        ? "a web page instead of JSON, is the endpoint right? " + text.replaceAll("<[^>]*>", " ")
        : "no JSON: " + text;
  }

  /// An error in words: who, where, what; without secrets.
  String sentence(String what, String message) {
    String line = secrets.redact(message).replaceAll("\\s+", " ").strip();
    String shortened =
        line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    return "%s at %s %s: %s".formatted(spec.id(), endpoint, what, shortened);
  }
}
