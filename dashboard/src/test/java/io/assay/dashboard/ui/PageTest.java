package io.assay.dashboard.ui;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.dashboard.Http;
import io.assay.dashboard.Publisher;
import io.assay.dashboard.Samples;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// What every page's test has: a browser, and Kafka to publish to.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {

  /// How long a page may take to show something, on a machine that builds other things beside.
  private static final double PATIENCE_MILLIS = 20_000;

  private static final AtomicInteger JOBS = new AtomicInteger();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka = "";

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private @Nullable TestBrowser opened;

  @BeforeAll
  void openBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    opened = TestBrowser.openOrSkip(port);
  }

  @BeforeEach
  void startAnew() {
    browser().startAnew();
  }

  TestBrowser browser() {
    return Objects.requireNonNull(opened, "no browser was opened");
  }

  void publish(Event... events) {
    try (var publisher = new Publisher(kafka)) {
      publisher.publish(events);
    }
  }

  /// A job of two models with twelve samples of the first settled: eleven scored and one failed.
  String runningJob() {
    var job = "ui" + JOBS.incrementAndGet();
    var events = new ArrayList<Event>();
    events.add(Samples.job(job, Job.State.RUNNING, "m/a", "m/b"));
    events.add(
        new Checkpoint(
            job,
            Map.of(
                "m/a", new Checkpoint.Position(15, 40, false),
                "m/b", new Checkpoint.Position(0, 40, false))));
    for (int i = 1; i <= 11; i++) {
      var key = Samples.key(job, "m/a", i);
      events.add(Samples.output(key, job + "o" + i, answer(i)));
      events.add(Samples.score(key, job + "o" + i, i % 2));
    }
    events.add(Samples.progress(job, "m/a", 11, 0));
    events.add(Samples.metric(job, "m/a", 0.5, 11, false));
    publish(events.toArray(Event[]::new));
    var http = new Http(port);
    Awaitility.await()
        .until(() ->
            http.get("/api/jobs/" + job + "/samples?status=SCORED").path("total").asInt() == 11);
    return job;
  }

  /// The third answer is hostile.
  private static String answer(int i) {
    return i == 3 ? "<img src=x onerror=\"document.title='owned'\"><b>42</b>" : "The answer is 42";
  }
}
