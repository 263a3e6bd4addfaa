package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateHeadersTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private static HttpHeaders headers(String... pairs) {
    Map<String, List<String>> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.computeIfAbsent(pairs[i], _ -> new ArrayList<>()).add(pairs[i + 1]);
    }
    return HttpHeaders.of(map, (_, _) -> true);
  }

  @ParameterizedTest
  @CsvSource({
    "1s, 1000",
    "6m0s, 360000",
    "120ms, 120",
    "1m2.5s, 62500",
    "0.25, 250",
    "2026-11-30T12:00:03Z, 3000",
    "2026-11-30T11:00:03Z, 0"
  })
  void timesAreReadAsServersWriteThem(String text, long millis) {
    assertThat(RateHeaders.duration(text, NOW)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1x", ""})
  void whatIsNoTimeIsNone(String text) {
    assertThat(RateHeaders.duration(text, NOW)).isEmpty();
  }

  @Test
  void whileSomethingIsLeftNobodyWaits() {
    var headers =
        headers("x-ratelimit-remaining-requests", "1", "x-ratelimit-reset-requests", "9s");

    assertThat(RateHeaders.pause(headers, NOW)).isEmpty();
  }

  @Test
  void aLimitThatFillsSteadilyHasRoomForOneSooner() {
    var headers =
        headers(
            "x-ratelimit-limit-requests", "60",
            "x-ratelimit-remaining-requests", "0",
            "x-ratelimit-reset-requests", "1m0s");

    assertThat(RateHeaders.pause(headers, NOW)).contains(Duration.ofSeconds(1));
  }

  @Test
  void anthropicsHeadersAreKnown() {
    var headers =
        headers(
            "anthropic-ratelimit-tokens-remaining", "0",
            "anthropic-ratelimit-tokens-reset", "2026-11-30T12:00:07Z");

    assertThat(RateHeaders.pause(headers, NOW)).contains(Duration.ofSeconds(7));
  }
}
