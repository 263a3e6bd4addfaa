package io.assay.tasks.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.StrictJson;
import io.assay.tasks.text.PythonText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A program that answers JSON lines, one question at a time. It is started by the first question,
/// and again after it ended or was too slow. Ends with this process.
final class JsonLinesProgram {

  private static final int SHOWN = 200;
  private static final int MOST_CHARACTERS = 10_000_000;

  private final List<String> command;
  private final Duration timeout;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Running running; // guarded by lock

  JsonLinesProgram(List<String> command, Duration timeout) {
    this.command = List.copyOf(command);
    this.timeout = timeout;
  }

  /// What a program says.
  sealed interface Reply {
    /// A finite number.
    record Value(double value, String explanation) implements Reply {}

    /// No number, and why.
    record Failed(String reason) implements Reply {}
  }

  Reply ask(String question) {
    lock.lock();
    try {
      Running program = running;
      if (program == null || !program.process.isAlive()) {
        program = start();
        running = program;
      }
      return reply(program, question);
    } catch (IOException e) {
      stop();
      return new Reply.Failed("the program " + command.getFirst() + " broke off: " + e);
    } catch (InterruptedException _) {
      stop();
      Thread.currentThread().interrupt();
      return new Reply.Failed("interrupted while the program judged");
    } finally {
      lock.unlock();
    }
  }

  private Reply reply(Running program, String question) throws IOException, InterruptedException {
    program.in.write(question);
    program.in.newLine();
    program.in.flush();
    String line = program.lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      stop();
      return new Reply.Failed(
          "the program "
              + command.getFirst()
              + " gave no answer within "
              + timeout.toMillis() / 1e3
              + " s");
    }
    if (line.equals(Running.ENDED)) {
      stop();
      return new Reply.Failed(
          "the program "
              + command.getFirst()
              + " ended before it answered: see its messages in"
              + " the log");
    }
    return read(line);
  }

  private static Reply read(String line) {
    return switch (StrictJson.standard(line)) {
      case StrictJson.Read.Invalid(String reason) ->
          new Reply.Failed("the program's answer is no JSON (" + reason + "): " + shown(line));
      case StrictJson.Read.Valid(JsonNode answer) -> {
        JsonNode value = answer.path("value");
        if (value.isNumber() && Double.isFinite(value.asDouble())) {
          yield new Reply.Value(value.asDouble(), answer.path("explanation").asText("by program"));
        }
        if (value.isBoolean()) {
          yield new Reply.Value(
              value.asBoolean() ? 1 : 0, answer.path("explanation").asText("by program"));
        }
        yield new Reply.Failed(
            answer.has("error")
                ? "the program cannot judge: " + answer.path("error").asText()
                : "the program's answer has no number in value: " + shown(line));
      }
    };
  }

  private static String shown(String line) {
    return PythonText.excerpt(line, SHOWN);
  }

  private Running start() throws IOException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Running(process);
  }

  private void stop() {
    Running program = running;
    if (program != null) {
      program.process.destroyForcibly();
      running = null;
    }
  }

  /// A started program. A thread of its own reads, so that waiting has a limit.
  private static final class Running {

    /// No line of JSON.
    static final String ENDED = "\n";

    final Process process;
    final BufferedWriter in;
    final BlockingQueue<String> lines = new ArrayBlockingQueue<>(1);

    Running(Process process) {
      this.process = process;
      this.in = process.outputWriter(UTF_8);
      Thread.ofVirtual().name("command-metric").start(this::read);
    }

    private void read() {
      try (BufferedReader out = process.inputReader(UTF_8)) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          lines.put(line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line);
        }
        lines.put(ENDED);
      } catch (IOException _) {
        var _ = lines.offer(ENDED); // it was stopped: whoever waits learns so
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
