package io.assay.tasks.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// A started program. Threads of its own read and write, so that waiting has a limit whatever the
/// program does: a program that never reads would hold up whoever writes to it.
final class RunningProgram {

  /// Characters of a line that are kept; what writes more is not listened to.
  static final int LONGEST_LINE = 1_000_000;

  private final Process process;
  private final BufferedWriter in;
  private volatile boolean used;
  private final BlockingQueue<Said> said = new ArrayBlockingQueue<>(1);

  private RunningProgram(Process process) {
    this.process = process;
    this.in = process.outputWriter(UTF_8);
    // A read of a pipe holds on to its carrier, so these are threads of the system.
    Thread.ofPlatform().daemon().name("command-metric-reader").start(this::read);
  }

  /// What came of a question.
  sealed interface Said {
    /// One line.
    record Line(String text) implements Said {}

    /// Several lines at once, of which nobody knows which one is the answer.
    record Several() implements Said {}

    /// A line without an end.
    record TooLong() implements Said {}

    /// Its output is closed.
    record Ended() implements Said {}

    /// Nothing within the time limit.
    record Nothing() implements Said {}
  }

  static RunningProgram start(List<String> command) throws IOException {
    return new RunningProgram(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Whether it was asked before.
  boolean isUsed() {
    return used;
  }

  /// Whether it has said nothing that was not taken.
  boolean isSilent() {
    return said.isEmpty();
  }

  Said ask(String question, Duration timeout) throws InterruptedException {
    used = true;
    Thread.ofPlatform().daemon().name("command-metric-writer").start(() -> write(question));
    Said answer = said.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    return answer == null ? new Said.Nothing() : answer;
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void write(String question) {
    try {
      in.write(question);
      in.newLine();
      in.flush();
    } catch (IOException _) {
      var _ = said.offer(new Said.Ended()); // it reads no more: whoever waits learns so
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      Said next = line(out);
      while (next instanceof Said.Line) {
        said.put(next);
        next = line(out);
      }
      said.put(next);
    } catch (IOException _) {
      var _ = said.offer(new Said.Ended()); // it was stopped: whoever waits learns so
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Said line(BufferedReader out) throws IOException {
    var line = new StringBuilder();
    for (int next = out.read(); next != '\n'; next = out.read()) {
      if (next < 0) {
        return line.isEmpty() ? new Said.Ended() : new Said.Line(line.toString());
      }
      if (line.length() == LONGEST_LINE) {
        return new Said.TooLong();
      }
      line.append((char) next);
    }
    return out.ready() ? new Said.Several() : new Said.Line(line.toString());
  }
}
