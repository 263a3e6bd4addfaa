package io.assay.evaluator.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server says of its limits: `x-ratelimit-{limit,remaining,reset}-{requests,tokens}`
/// (OpenAI and many others; the reset as `1s`, `6m0s`, `120ms` or seconds), and
/// `anthropic-ratelimit-{requests,tokens}-{limit,remaining,reset}` (the reset as a time).
final class RateHeaders {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");

  private RateHeaders() {}

  /// How long to wait before the next request, where the headers say that nothing is left. A limit
  /// that fills steadily has room for one again after its part of the time to the full one.
  static Optional<Duration> pause(HttpHeaders headers, Instant now) {
    return List.of("requests", "tokens").stream()
        .flatMap(what -> pause(headers, what, now).stream())
        .max(Duration::compareTo);
  }

  private static Optional<Duration> pause(HttpHeaders headers, String what, Instant now) {
    var remaining = number(value(headers, what, "remaining"));
    if (remaining.isEmpty() || remaining.getAsDouble() > 0) {
      return Optional.empty();
    }
    double limit = number(value(headers, what, "limit")).orElse(1);
    return value(headers, what, "reset")
        .flatMap(text -> duration(text, now))
        .map(reset -> what.equals("requests") ? reset.dividedBy((long) Math.max(1, limit)) : reset)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<String> value(HttpHeaders headers, String what, String part) {
    return headers
        .firstValue("x-ratelimit-" + part + "-" + what)
        .or(() -> headers.firstValue("anthropic-ratelimit-" + what + "-" + part));
  }

  private static OptionalDouble number(Optional<String> text) {
    try {
      return text.isPresent()
          ? OptionalDouble.of(Double.parseDouble(text.get().strip()))
          : OptionalDouble.empty();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  /// A time from now, or an instant; empty where it is neither.
  static Optional<Duration> duration(String text, Instant now) {
    var seconds = number(Optional.of(text));
    if (seconds.isPresent()) {
      double value = seconds.getAsDouble();
      return value >= 0 && value < 1e9 ? Optional.of(nanos(value * 1e9)) : Optional.empty();
    }
    var parts = parts(text.strip());
    return parts.isPresent() ? parts : instant(text.strip(), now);
  }

  private static Optional<Duration> parts(String text) {
    Matcher part = PART.matcher(text);
    double nanos = 0;
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      double unit =
          switch (part.group(2)) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3600e9;
          };
      nanos += Double.parseDouble(part.group(1)) * unit;
      end = part.end();
    }
    return end > 0 && end == text.length() ? Optional.of(nanos(nanos)) : Optional.empty();
  }

  private static Optional<Duration> instant(String text, Instant now) {
    try {
      var wait = Duration.between(now, Instant.parse(text));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Duration nanos(double nanos) {
    return Duration.ofNanos((long) nanos);
  }
}
