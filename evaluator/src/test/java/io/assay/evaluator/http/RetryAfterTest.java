package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static Optional<Duration> of(String name, String value) {
    return RetryAfter.of(HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true));
  }

  @Test
  void secondsAreRead() {
    assertThat(of("Retry-After", "2")).contains(Duration.ofSeconds(2));
  }

  @Test
  void millisecondsAreRead() {
    assertThat(of("retry-after-ms", "150")).contains(Duration.ofMillis(150));
  }

  @Test
  void aDateIsTheTimeUntilThen() {
    var inAMinute = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1);

    assertThat(of("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(inAMinute)))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60)));
  }

  @Test
  void nonsenseIsIgnored() {
    assertThat(of("Retry-After", "soon")).isEmpty();
    assertThat(of("Retry-After", "-3")).isEmpty();
  }
}
