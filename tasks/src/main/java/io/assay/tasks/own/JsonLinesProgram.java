package io.assay.tasks.own;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.StrictJson;
import io.assay.tasks.text.PythonText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A program that answers JSON lines, one question at a time. It is started by the first question,
/// and again after it ended, was too slow or spoke out of turn. Ends with this process.
final class JsonLinesProgram {

  private static final int SHOWN = 200;

  private final List<String> command;
  private final Duration timeout;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable RunningProgram running; // written under the lock

  JsonLinesProgram(List<String> command, Duration timeout) {
    this.command = List.copyOf(command);
    this.timeout = timeout;
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
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
      return reply(said(question));
    } catch (IOException e) {
      stop();
      return new Reply.Failed(program() + " broke off: " + e);
    } catch (InterruptedException _) {
      stop();
      Thread.currentThread().interrupt();
      return new Reply.Failed("interrupted while the program judged");
    } finally {
      lock.unlock();
    }
  }

  /// The program, without a line that nobody asked for: it would be taken for the next answer.
  private RunningProgram ready() throws IOException {
    RunningProgram program = running;
    if (program != null && !(program.isAlive() && program.isSilent())) {
      stop();
      program = null;
    }
    if (program == null) {
      program = RunningProgram.start(command);
      running = program;
    }
    return program;
  }

  /// A program that ends after some answers is started again for the next question; one that ends
  /// on its first question is not.
  private RunningProgram.Said said(String question) throws IOException, InterruptedException {
    RunningProgram program = ready();
    boolean used = program.isUsed();
    RunningProgram.Said said = program.ask(question, timeout);
    if (used && said instanceof RunningProgram.Said.Ended) {
      stop();
      return ready().ask(question, timeout);
    }
    return said;
  }

  private Reply reply(RunningProgram.Said said) {
    return switch (said) {
      case RunningProgram.Said.Line(String line) -> read(line);
      case RunningProgram.Said.Several _ -> failed(" wrote more than one line for one question");
      case RunningProgram.Said.TooLong _ ->
          failed(" wrote a line of more than " + RunningProgram.LONGEST_LINE + " characters");
      case RunningProgram.Said.Ended _ ->
          failed(" ended before it answered: see its messages in the log");
      case RunningProgram.Said.Nothing _ ->
          failed(" gave no answer within " + timeout.toMillis() / 1e3 + " s");
    };
  }

  private Reply failed(String how) {
    stop();
    return new Reply.Failed(program() + how);
  }

  private String program() {
    return "the program " + command.getFirst();
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
                ? "the program cannot judge: " + shown(answer.path("error").asText())
                : "the program's answer has no number in value: " + shown(line));
      }
    };
  }

  private static String shown(String line) {
    return PythonText.excerpt(line, SHOWN);
  }

  private void stop() {
    kill();
    running = null;
  }

  private void kill() {
    RunningProgram program = running;
    if (program != null) {
      program.kill();
    }
  }
}
