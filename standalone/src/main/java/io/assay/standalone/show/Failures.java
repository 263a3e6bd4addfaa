package io.assay.standalone.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.FailedSample;
import io.assay.standalone.client.JobView;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Why samples have no score: the first of them.
///
/// @param count how many there are in all
/// @param first some of them, with their reasons
public record Failures(long count, List<FailedSample> first) {

  private static final int IN_JSON = 100;
  private static final int ON_SCREEN = 5;
  private static final int LONGEST = 300;
  private static final int WAITS = 30;
  private static final int WAIT_MS = 100;

  /// What could move a terminal's cursor, or turn the order of letters around.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]+");

  public Failures {
    first = List.copyOf(first);
  }

  /// As the server knows them now.
  public static Failures now(JobView job, AssayClient client) {
    return new Failures(count(job), client.failures(job.jobId(), IN_JSON));
  }

  /// Asks the server. Its list of samples may be a moment behind its counts, so it is asked for up
  /// to three seconds.
  public static Failures of(JobView job, AssayClient client) throws InterruptedException {
    long count = count(job);
    List<FailedSample> first = List.of();
    for (int i = 0; i < WAITS && first.size() < Math.min(count, IN_JSON); i++) {
      if (i > 0) {
        TimeUnit.MILLISECONDS.sleep(WAIT_MS);
      }
      first = client.failures(job.jobId(), IN_JSON);
    }
    return new Failures(count, first);
  }

  private static long count(JobView job) {
    return job.models().stream().mapToLong(model -> model.counts().missing()).sum();
  }

  /// A line for each of a few; nothing where there are none.
  String text() {
    var text = new StringBuilder();
    if (!first.isEmpty()) {
      text.append("Without score:\n");
      first.stream().limit(ON_SCREEN).forEach(each -> text.append(line(each)));
      long more = count - Math.min(first.size(), ON_SCREEN);
      text.append(more > 0 ? "  … and " + more + " more\n" : "");
    }
    return text.toString();
  }

  private static String line(FailedSample each) {
    return "  %s  %s (%s): %s\n"
        .formatted(
            each.model(),
            shown(each.sampleId()),
            each.ended(),
            each.reason() == null ? "no reason given" : shown(each.reason()));
  }

  private static String shown(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  void into(ArrayNode failures) {
    for (FailedSample each : first) {
      failures
          .addObject()
          .put("model", each.model())
          .put("task", each.task())
          .put("sample", each.sampleId())
          .put("epoch", each.epoch())
          .put("status", each.status())
          .put("reason", each.reason());
    }
  }
}
