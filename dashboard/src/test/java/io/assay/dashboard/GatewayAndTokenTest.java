package io.assay.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A dashboard of a cluster: the producer is elsewhere, and clients show a token.
@QuarkusTest
@TestProfile(GatewayAndTokenTest.Cluster.class)
@QuarkusTestResource(KafkaForTests.class)
@QuarkusTestResource(value = ProducerStandIn.class, restrictToAnnotatedClass = true)
class GatewayAndTokenTest {

  /// Settings of a cluster.
  public static class Cluster implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "assay.auth.token",
          "open-sesame",
          "assay.auth.hosts",
          "assay.example, Board.Example",
          "assay.dashboard.store",
          "");
    }
  }

  private static final String[] TOKEN = {"Authorization", "Bearer open-sesame"};

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URL url;

  @Test
  void withoutTheTokenTheApiIsShut() {
    var http = new Http(url.getPort());
    assertThat(http.text("/api/jobs")).startsWith("401 ").contains("access_token");
    assertThat(http.text("/api/live?scope=jobs")).startsWith("401 ");
    assertThat(http.post("/api/jobs", "{}").statusCode()).isEqualTo(401);
    assertThat(http.post("/api/jobs", "{}", "Authorization", "Bearer wrong").statusCode())
        .isEqualTo(401);
    assertThat(http.text("/q/health/live")).startsWith("200 ");
  }

  @Test
  void onlyItsOwnNamesLeadHere() {
    var http = new Http(url.getPort());
    var asked = "GET /q/health/live HTTP/1.1\r\nHost: %s:8080\r\nConnection: close\r\n\r\n";
    assertThat(http.raw(asked.formatted("board.example"))).contains(" 200 ");
    assertThat(http.raw(asked.formatted("localhost"))).contains(" 200 ");
    assertThat(http.raw(asked.formatted("rebound.example"))).contains(" 403 ");
  }

  @Test
  void aTokenOpensByHeaderQueryAndCookie() {
    var http = new Http(url.getPort());
    assertThat(http.text("/api/jobs?access_token=open-sesame")).startsWith("200 ");
    assertThat(http.send(http.request("/api/jobs").headers(TOKEN).build()).statusCode())
        .isEqualTo(200);
    var opened = http.send(http.request("/?access_token=open-sesame").build());
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location")).hasValue("/");
    var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
    var with = http.request("/api/jobs").header("Cookie", cookie.split(";", -1)[0]).build();
    assertThat(http.send(with).statusCode()).isEqualTo(200);
  }

  @Test
  void commandsAndTheCatalogueGoToTheProducerUntilItStops() {
    var http = new Http(url.getPort());
    assertThat(post(http, "/api/jobs", "x".repeat(3_000_000)).body())
        .isEqualTo("POST /api/jobs 3000000");
    assertThat(post(http, "/api/jobs/validate", "invalid").statusCode()).isEqualTo(422);
    assertThat(post(http, "/api/jobs/j1/cancel", "").body())
        .isEqualTo("POST /api/jobs/j1/cancel 0");
    assertThat(http.send(http.request("/api/jobs/j1").headers(TOKEN).DELETE().build()).body())
        .isEqualTo("DELETE /api/jobs/j1 0");
    assertThat(http.send(http.request("/api/jobs/j1").DELETE().build()).statusCode())
        .isEqualTo(401);
    assertThat(get(http, "/api/models/openai/gpt-4.1?x=1").body())
        .isEqualTo("GET /api/models/openai/gpt-4.1?x=1 0");
    assertThat(get(http, "/api/schema/job").body()).isEqualTo("GET /api/schema/job 0");
    assertThat(get(http, "/api/jobs").body()).contains("\"rows\"");

    post(http, "/api/jobs", "stop");
    await()
        .untilAsserted(() -> {
          var answer = post(http, "/api/jobs", "{}");
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.body()).contains("\"error\"").contains("producer-url");
        });
  }

  private static HttpResponse<String> post(Http http, String path, String body) {
    return http.post(path, body, TOKEN);
  }

  private static HttpResponse<String> get(Http http, String path) {
    return http.send(http.request(path).headers(TOKEN).build());
  }
}
