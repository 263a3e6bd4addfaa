package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.Verdict;
import io.assay.tasks.metric.JudgingStopped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Runs programs, so many at once as it has slots; callers beyond that wait. Every call blocks
/// until its program has ended or was stopped, and is safe from any thread.
///
/// What a program cannot do: reach the network, see files but those of the system (read-only),
/// other processes or the environment, keep anything for the next program, or decide its own
/// verdict. Its time is its processor time, so that a busy machine changes no verdict.
public final class Sandbox implements AutoCloseable {

  /// More than a slot's own patience with a busy machine: so many times a program's limit, thrice.
  private static final int PATIENCE = 40;

  private static final Duration GRACE = Duration.ofMinutes(10);

  private final SlotPool slots;
  private final Requests requests;
  private final Scripts scripts;

  private Sandbox(SandboxOptions options, Scripts scripts) {
    this.scripts = scripts;
    this.slots = new SlotPool(options, scripts);
    this.requests = new Requests(options);
  }

  /// A sandbox. Slots start when they are first needed: whether they can, [#unavailable] tells.
  ///
  /// @throws IOException where the temporary folder cannot be written to
  public static Sandbox open(SandboxOptions options) throws IOException {
    return new Sandbox(options, Scripts.unpack());
  }

  /// Why no program can be run on this machine, tried in a sandbox that is closed again; empty if
  /// programs can.
  public static Optional<String> unavailableHere() {
    try (Sandbox sandbox = open(SandboxOptions.ofThisMachine().withSlots(1))) {
      return sandbox.unavailable();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// Why no program can be run here; empty if programs can.
  public Optional<String> unavailable() {
    return slots.unavailable();
  }

  /// Whether a sandbox serves many runs, each with namespaces of its own; and if not, why.
  ///
  /// @return empty if it does
  public Optional<String> notReused() {
    return slots.fact("no_reuse");
  }

  /// Why memory and processes are not bound by a control group, but only for each process and user.
  ///
  /// @return empty if they are
  public Optional<String> notGrouped() {
    return slots.fact("no_group");
  }

  private static JudgingStopped closed() {
    return new JudgingStopped(
        "the sandbox was closed, or its caller interrupted, before the program had ended");
  }

  /// Runs a program with its tests.
  ///
  /// @throws JudgingStopped where the sandbox is closed before its end
  public Execution run(Program program) {
    return switch (slots.ask(requests.of(program), patience(program))) {
      case SlotPool.Reply.Given(JsonNode answer) -> execution(answer);
      case SlotPool.Reply.None(String reason) -> Execution.refused(reason);
      case SlotPool.Reply.Closed _ -> throw closed();
    };
  }

  private static Duration patience(Program program) {
    return program.limit().plusSeconds(20).multipliedBy(PATIENCE).plus(GRACE);
  }

  private static Execution execution(JsonNode answer) {
    return new Execution(
        verdict(answer),
        duration(answer.path("cpu")),
        duration(answer.path("wall")),
        SafeText.of(answer.path("output").asText()));
  }

  private static Verdict verdict(JsonNode answer) {
    String reason = SafeText.of(answer.path("reason").asText());
    String verdict = answer.path("verdict").asText();
    return switch (verdict) {
      case "passed" -> new Verdict.Passed();
      case "failed" -> new Verdict.Failed(reason);
      case "error" -> new Verdict.RuntimeError(reason);
      case "compile" -> new Verdict.CompileError(reason);
      case "timeout" -> new Verdict.TimedOut();
      case "refused" -> new Verdict.Refused(reason);
      default -> throw new IllegalStateException("a slot said " + verdict);
    };
  }

  private static Duration duration(JsonNode seconds) {
    return Duration.ofNanos((long) (seconds.asDouble() * 1e9));
  }

  /// Computes one of the Python half's own functions over a text that nobody has read, in a sandbox
  /// too.
  ///
  /// @param function `code_extract` or `compare`
  Evaluation evaluate(String function, JsonNode input, Duration limit) {
    return switch (slots.ask(requests.evaluation(function, input, limit), limit.plus(GRACE))) {
      case SlotPool.Reply.Given(JsonNode answer) when answer.has("result") ->
          new Evaluation.Value(answer.path("result"));
      case SlotPool.Reply.Given(JsonNode answer) when answer.has("error") ->
          new Evaluation.Raised(
              answer.path("error").asText(), SafeText.of(answer.path("message").asText()));
      case SlotPool.Reply.Given(JsonNode answer) ->
          new Evaluation.NotDone(answer.path("verdict").asText("") + " " + answer.path("reason"));
      case SlotPool.Reply.None(String reason) -> new Evaluation.NotDone(reason);
      case SlotPool.Reply.Closed _ -> throw closed();
    };
  }

  /// What came of a function.
  sealed interface Evaluation {
    record Value(JsonNode result) implements Evaluation {}

    record Raised(String type, String message) implements Evaluation {}

    record NotDone(String reason) implements Evaluation {}
  }

  @Override
  public void close() throws IOException {
    slots.close();
    scripts.close();
  }
}
