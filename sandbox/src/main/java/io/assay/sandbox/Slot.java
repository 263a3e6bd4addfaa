package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process outside of any sandbox that keeps two of them, for programs and for tests, and runs
/// one program after the other. Used by one thread at a time.
final class Slot implements AutoCloseable {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// How long a start and an end may take on a machine that is busy with other things.
  private static final Duration START = Duration.ofMinutes(2);

  private static final Duration END = Duration.ofSeconds(15);

  /// Users that no one else is, apart by the process too: limits of processes count by user.
  private static final int FIRST_USER = 60_001;

  private static final int SLOTS_OF_A_PROCESS = 32;

  private final Process process;
  private final DataInputStream answers;
  private volatile JsonNode facts = JSON.objectNode();

  private Slot(Process process) {
    this.process = process;
    this.answers = new DataInputStream(process.getInputStream());
  }

  /// Starts a slot's process, which still has to be greeted.
  ///
  /// @throws SandboxUnavailable where there can be no sandbox
  static Slot start(SandboxOptions options, Scripts scripts)
      throws SandboxUnavailable, IOException {
    if (options.python() == null) {
      throw new SandboxUnavailable(
          "there is no python3 of version 3.9 or later, which runs the sandbox: install python3, or"
              + " name one with assay.sandbox.python");
    }
    if (options.bubblewrap() == null && !options.acceptRisk()) {
      throw new SandboxUnavailable(
          "bubblewrap (bwrap) is not installed: install it (Debian: apt install bubblewrap), or set"
              + " assay.sandbox.accept-risk=true to run programs without a sandbox");
    }
    var builder =
        new ProcessBuilder(options.python().toString(), "-I", "-B", scripts.slot().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    return new Slot(builder.start());
  }

  /// Makes it ready for programs.
  ///
  /// @param number tells the slots of this process apart
  /// @throws SandboxUnavailable where there can be no sandbox; close it
  /// @throws IOException where it broke; close it
  void greet(SandboxOptions options, Scripts scripts, int number)
      throws SandboxUnavailable, IOException {
    JsonNode said;
    try {
      said = ask(hello(options, scripts, number), START);
    } catch (IOException e) {
      throw new SandboxUnavailable(
          options.python()
              + " does not run the sandbox ("
              + e
              + "): set assay.sandbox.python to a Python of version 3.9 or later");
    }
    if (said.has("refused")) {
      throw new SandboxUnavailable(
          "no sandbox can be made here: " + Remedies.with(said.path("refused").asText()));
    }
    facts = said;
  }

  private static ObjectNode hello(SandboxOptions options, Scripts scripts, int number)
      throws IOException {
    ObjectNode hello = JSON.objectNode();
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
            () -> kill(process),
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return Frames.read(answers);
    } finally {
      late.cancel(false);
    }
  }

  /// Tells it to end, which it does by itself, and cleans up.
  void dismiss() {
    try {
      process.getOutputStream().close();
    } catch (IOException _) {
      // It is gone already.
    }
  }

  /// Waits until it and all that it has started are gone. May be called from any thread.
  @Override
  public void close() {
    dismiss();
    try {
      process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      kill(process);
    }
  }

  /// Killing bubblewrap while it starts can leave its inner process behind, which only its outer
  /// one could end: so all of them are killed.
  private static void kill(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }
}
