package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process outside of any sandbox that keeps two of them, for programs and for tests, and runs
/// one program after the other. Used by one thread at a time.
final class Slot implements AutoCloseable {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration START = Duration.ofSeconds(60);

  /// Users that no one else is, apart by the process too: limits of processes count by user.
  private static final int FIRST_USER = 60_001;

  private static final int SLOTS_OF_A_PROCESS = 32;

  private final Process process;
  private final DataInputStream answers;
  private final JsonNode facts;

  private Slot(Process process, DataInputStream answers, JsonNode facts) {
    this.process = process;
    this.answers = answers;
    this.facts = facts;
  }

  /// Starts a slot.
  ///
  /// @param number tells the slots of this process apart
  /// @throws SandboxUnavailable where there can be no sandbox
  static Slot start(SandboxOptions options, Scripts scripts, int number)
      throws SandboxUnavailable, IOException {
    if (options.python() == null) {
      throw new SandboxUnavailable("there is no python3, which runs the sandbox");
    }
    if (options.bubblewrap() == null && !options.acceptRisk()) {
      throw new SandboxUnavailable(
          "bubblewrap (bwrap) is not installed, and running programs without a sandbox was not"
              + " accepted (assay.sandbox.accept-risk)");
    }
    var builder =
        new ProcessBuilder(options.python().toString(), "-I", "-B", scripts.slot().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    Process process = builder.start();
    try {
      var answers = new DataInputStream(process.getInputStream());
      Frames.write(process.getOutputStream(), hello(options, scripts, number));
      JsonNode facts = within(START, process, answers);
      if (facts.has("refused")) {
        throw new SandboxUnavailable(
            "bubblewrap cannot make a sandbox here: " + facts.path("refused").asText());
      }
      var slot = new Slot(process, answers, facts);
      process = null;
      return slot;
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  private static ObjectNode hello(SandboxOptions options, Scripts scripts, int number)
      throws IOException {
    ObjectNode hello = JSON.objectNode();
    hello.put("python", Objects.requireNonNull(options.python()).toString());
    hello.put("bwrap", options.bubblewrap() == null ? null : options.bubblewrap().toString());
    hello.put("folder", (options.bubblewrap() == null ? scripts.work() : Path.of("/")).toString());
    if (isRoot(scripts)) {
      hello.put("user", user(number));
    } else {
      hello.putNull("user");
    }
    // A run's files are in memory, too.
    hello.put("memory", options.memoryBytes() + 2 * options.scratchBytes());
    hello.put("processes", options.processes() + 32);
    hello.put("cgroups", true);
    hello.put("reuse", options.reuse());
    var visible = hello.putArray("visible");
    Languages.folders().forEach(each -> visible.add(each.toString()));
    return hello;
  }

  private static boolean isRoot(Scripts scripts) throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(scripts.slot(), "unix:uid"));
  }

  private static int user(int number) {
    long process = ProcessHandle.current().pid() % 80;
    return FIRST_USER + (int) process * 2 * SLOTS_OF_A_PROCESS + 2 * (number % SLOTS_OF_A_PROCESS);
  }

  /// What it says of itself: whether it is `reusable`, and why not (`no_reuse`), and why it has no
  /// control group (`no_group`).
  JsonNode facts() {
    return facts;
  }

  /// Runs something.
  ///
  /// @param limit after which the slot is broken
  /// @throws IOException where the slot is broken; close it
  JsonNode ask(JsonNode request, Duration limit) throws IOException {
    Frames.write(process.getOutputStream(), request);
    return within(limit, process, answers);
  }

  private static JsonNode within(Duration limit, Process process, DataInputStream answers)
      throws IOException {
    var late =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return Frames.read(answers);
    } finally {
      late.cancel(false);
    }
  }

  /// Lets it clean up, but not for long.
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (IOException _) {
      // It is gone already.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
