package io.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Where the time goes: execution samples of a flight recording, by the part of the system whose
/// code is uppermost on the stack and by the hottest methods.
final class Profile {

  private static final int SHOWN = 25;

  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("io.assay.producer", "prompt-producer"),
          Map.entry("io.assay.evaluator", "evaluator"),
          Map.entry("io.assay.scorer", "scorer"),
          Map.entry("io.assay.tasks", "tasks (scoring, statistics)"),
          Map.entry("io.assay.dashboard", "dashboard"),
          Map.entry("io.assay.workqueue", "work queue"),
          Map.entry("io.assay.contracts", "contracts (JSON)"),
          Map.entry("kafka.", "Kafka broker"),
          Map.entry("org.apache.kafka.server", "Kafka broker"),
          Map.entry("org.apache.kafka.storage", "Kafka broker"),
          Map.entry("org.apache.kafka.coordinator", "Kafka broker"),
          Map.entry("org.apache.kafka.clients", "Kafka clients"),
          Map.entry("io.smallrye", "SmallRye"),
          Map.entry("org.duckdb", "DuckDB"));

  private Profile() {}

  static void print(Path recording) throws IOException {
    var parts = new HashMap<String, Long>();
    var methods = new HashMap<String, Long>();
    long total = 0;
    try (var file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        boolean sample =
            event.getEventType().getName().equals("jdk.ExecutionSample")
                || event.getEventType().getName().equals("jdk.NativeMethodSample");
        if (sample && event.getStackTrace() != null && !idle(event)) {
          total++;
          parts.merge(part(event), 1L, Long::sum);
          methods.merge(name(event.getStackTrace().getFrames().getFirst()), 1L, Long::sum);
        }
      }
    }
    System.out.println("\nWhere the time goes (share of " + total + " execution samples)");
    table(parts, total);
    System.out.println("\nHottest methods");
    table(methods, total);
    System.out.println("\nRecording: " + recording);
  }

  private static boolean idle(RecordedEvent event) {
    String top = name(event.getStackTrace().getFrames().getFirst());
    return top.contains("EPoll.wait") || top.contains("park") || top.contains("accept");
  }

  private static String part(RecordedEvent event) {
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      for (var part : PARTS.entrySet()) {
        if (type.startsWith(part.getKey())) {
          return part.getValue();
        }
      }
    }
    return "the rest (JVM, HTTP, logging)";
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static void table(Map<String, Long> counts, long total) {
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(entry ->
            System.out.printf(
                Locale.ROOT, "%6.1f %%  %s%n", entry.getValue() * 100.0 / total, entry.getKey()));
  }
}
