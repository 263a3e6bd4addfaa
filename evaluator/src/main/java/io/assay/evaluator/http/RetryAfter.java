package io.assay.evaluator.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date ([RFC
/// 9110, 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)).
public final class RetryAfter {

  private RetryAfter() {}

  /// Empty where the headers hold none that can be read.
  public static Optional<Duration> of(HttpHeaders headers) {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(millis -> number(millis, 1e6))
        .or(() -> headers.firstValue("Retry-After").flatMap(RetryAfter::secondsOrDate));
  }

  private static Optional<Duration> secondsOrDate(String text) {
    return number(text, 1e9).or(() -> date(text));
  }

  private static Optional<Duration> number(String text, double nanos) {
    try {
      double value = Double.parseDouble(text.strip());
      return value >= 0 ? Optional.of(Duration.ofNanos((long) (value * nanos))) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String text) {
    try {
      var at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var wait = Duration.between(Instant.now(), at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
