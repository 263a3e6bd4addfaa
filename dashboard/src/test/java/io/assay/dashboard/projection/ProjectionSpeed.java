package io.assay.dashboard.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.management.OperatingSystemMXBean;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.ContractJson;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.dashboard.Samples;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.store.SampleFilter;
import io.assay.dashboard.store.SampleReader;
import io.assay.dashboard.store.Store;
import io.assay.dashboard.store.StoreFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Deserializer;

/// Prints how fast outputs and scores become rows, from the bytes of their records to the committed
/// transaction, and how long pages take then. Not a test: figures depend on the machine.
///
/// Run: `mvn -pl dashboard test-compile exec:exec …` or with the test class path: `java
/// --enable-native-access=ALL-UNNAMED -cp … io.assay.dashboard.projection.ProjectionSpeed 100000
/// 2000` (samples, records a batch).
public final class ProjectionSpeed {

  private static final String ANSWER =
      "First we add the numbers, then we divide by two. ".repeat(8);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LiveState live = new LiveState(Clock.systemUTC());
  private final Store store;
  private final Projection projection;
  private final int batch;

  private ProjectionSpeed(Store store, int batch) {
    this.store = store;
    this.batch = batch;
    this.projection = new Projection(store, live, 65_536, new ProjectionMeter(registry));
  }

  public static void main(String[] args) throws IOException {
    int samples = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
    int batch = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    var folder = Files.createTempDirectory("projection-speed");
    var file = new StoreFile(folder.resolve("dashboard.duckdb"));
    var settings = new Store.Settings(Optional.of(file), "256MB", 1);
    try (var store = Store.open(settings, "speed")) {
      var speed = new ProjectionSpeed(store, batch);
      speed.project("warm-up", Math.min(samples, 20_000), 0);
      speed.project("measured", samples, 20_000);
      speed.pages();
      System.out.printf(Locale.ROOT, "file %d MB%n", Files.size(file.path()) >> 20);
    }
    Files.deleteIfExists(file.path());
    Files.deleteIfExists(folder);
  }

  private void project(String label, int samples, int from) {
    var outputs = new EventDeserializer.OfOutput();
    var scores = new EventDeserializer.OfScore();
    long wall = 0;
    long cpu = 0;
    for (int at = from; at < from + samples; at += batch) {
      var outputBytes = bytes(at, ProjectionSpeed::output);
      var scoreBytes = bytes(at, ProjectionSpeed::score);
      long wallBefore = System.nanoTime();
      long cpuBefore = cpuNanos();
      projection.takeOutputs(Batch.of(Topics.OUTPUTS, at, parsed(outputs, outputBytes)));
      projection.takeScores(Batch.of(Topics.SCORES, at, parsed(scores, scoreBytes)));
      wall += System.nanoTime() - wallBefore;
      cpu += cpuNanos() - cpuBefore;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d outputs + %d scores in %.2f s: %.0f samples/s, %.3f ms CPU a sample%n",
        label,
        samples,
        samples,
        wall / 1e9,
        samples / (wall / 1e9),
        cpu / 1e6 / samples);
  }

  private static <E extends Event> List<E> parsed(Deserializer<E> reader, List<byte[]> records) {
    return records.stream().map(bytes -> reader.deserialize("topic", bytes)).toList();
  }

  private List<byte[]> bytes(int from, java.util.function.IntFunction<Event> make) {
    var records = new ArrayList<byte[]>(batch);
    for (int i = from; i < from + batch; i++) {
      try {
        records.add(ContractJson.mapper().writeValueAsBytes(make.apply(i)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return records;
  }

  private static Output output(int i) {
    return Samples.output(
        Samples.key("speed", "m/" + i % 4, i / 4), "output-" + i, ANSWER + "The answer is " + i);
  }

  private static Score score(int i) {
    return Samples.score(Samples.key("speed", "m/" + i % 4, i / 4), "output-" + i, i % 2);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void pages() {
    page("first page", List.of(), "", SampleFilter.Sort.SAMPLE, 0);
    page("far page of a model", List.of(), "", SampleFilter.Sort.SAMPLE, 10_000);
    page("failures", List.of("FAILED_MODEL"), "", SampleFilter.Sort.SAMPLE, 0);
    page("by score", List.of(), "", SampleFilter.Sort.SCORE, 0);
    page("text", List.of(), "answer is 777", SampleFilter.Sort.SAMPLE, 0);
  }

  private void page(
      String label, List<String> statuses, String text, SampleFilter.Sort sort, int offset) {
    var filter =
        new SampleFilter(
            "speed",
            offset > 0 ? List.of("m/1") : List.of(),
            List.of(),
            statuses,
            text,
            "",
            Samples.METRIC,
            OptionalDouble.empty(),
            OptionalLong.empty(),
            sort,
            false,
            offset,
            100);
    var reader = new SampleReader(store);
    reader.page(filter);
    long before = System.nanoTime();
    var page = reader.page(filter);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f ms, %d of %d%n",
        label,
        (System.nanoTime() - before) / 1e6,
        page.rows().size(),
        page.total());
  }
}
