package io.assay.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a sandbox is made with. Every limit is for one run.
///
/// @param python a Python of version 3.9 or later; null if there is none
/// @param bubblewrap the program `bwrap`; null if there is none
/// @param slots how many programs run at once, each with a slot of its own
/// @param memoryBytes address space of a process; where control groups can be set, also the memory
///   of all processes of a run together
/// @param processes how many processes and threads a run may have
/// @param fileBytes the largest file
/// @param scratchBytes what fits into `/tmp`, and again into `/dev/shm`
/// @param outputBytes how much of what a program prints is kept
/// @param compileLimit time that compiling may take on top of a program's limit
/// @param reuse whether a sandbox stays for the next run, which then gets only namespaces of its
///   own; without, every run has a sandbox of its own, which takes some 50 ms longer
/// @param acceptRisk whether programs run without a sandbox where there can be none
public record SandboxOptions(
    @Nullable Path python,
    @Nullable Path bubblewrap,
    int slots,
    long memoryBytes,
    int processes,
    long fileBytes,
    long scratchBytes,
    int outputBytes,
    Duration compileLimit,
    boolean reuse,
    boolean acceptRisk) {

  private static final long MEBIBYTE = 1024 * 1024;

  public SandboxOptions {
    if (slots < 1) {
      throw new IllegalArgumentException("slots is " + slots + ", must be 1 or more");
    }
  }

  /// What fits this machine, changed by these properties, or variables of the same name in capitals
  /// with `_`: `assay.sandbox.slots`, `assay.sandbox.python`, `assay.sandbox.bubblewrap`,
  /// `assay.sandbox.memory-mib`, and `assay.sandbox.accept-risk=true`, with which programs run with
  /// the rights of this process where no sandbox can be had.
  public static SandboxOptions ofThisMachine() {
    return new SandboxOptions(
        Settings.program("python", "python3").orElse(null),
        Settings.program("bubblewrap", "bwrap").orElse(null),
        Settings.number("slots").orElse(Runtime.getRuntime().availableProcessors()),
        Settings.number("memory-mib").orElse(1024) * MEBIBYTE,
        64,
        8 * MEBIBYTE,
        16 * MEBIBYTE,
        4096,
        Duration.ofSeconds(20),
        true,
        Settings.text("accept-risk").equals(Optional.of("true")));
  }

  /// The same with another number of slots.
  public SandboxOptions withSlots(int number) {
    return changed(python, bubblewrap, number, reuse, acceptRisk);
  }

  /// The same with another Python.
  public SandboxOptions withPython(Path other) {
    return changed(other, bubblewrap, slots, reuse, acceptRisk);
  }

  /// The same with another bubblewrap.
  public SandboxOptions withBubblewrap(Path other) {
    return changed(python, other, slots, reuse, acceptRisk);
  }

  /// The same with a sandbox for each run, or one for many.
  public SandboxOptions withReuse(boolean reused) {
    return changed(python, bubblewrap, slots, reused, acceptRisk);
  }

  /// The same, where programs run without a sandbox if there can be none.
  public SandboxOptions acceptingRisk() {
    return changed(python, bubblewrap, slots, reuse, true);
  }

  /// The same without bubblewrap.
  ///
  /// @param accepted whether programs run all the same
  public SandboxOptions withoutBubblewrap(boolean accepted) {
    return changed(python, null, slots, reuse, accepted);
  }

  private SandboxOptions changed(
      @Nullable Path newPython,
      @Nullable Path newBubblewrap,
      int newSlots,
      boolean newReuse,
      boolean newAcceptRisk) {
    return new SandboxOptions(
        newPython,
        newBubblewrap,
        newSlots,
        memoryBytes,
        processes,
        fileBytes,
        scratchBytes,
        outputBytes,
        compileLimit,
        newReuse,
        newAcceptRisk);
  }
}
