package io.assay.sandbox;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Tries the walls of a sandbox before anything else runs in it: programs of ours try to do what
/// programs must not. Takes about a second.
public final class SandboxCheck {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(300);

  /// Functions of `probes.py`, each of which gives what it could do that it must not; and what it
  /// tries.
  private static final Map<String, String> PROBES = probes();

  private SandboxCheck() {}

  private static Map<String, String> probes() {
    var probes = new LinkedHashMap<String, String>();
    probes.put("network", "reach the network");
    probes.put("files", "read what is not the system's");
    probes.put("writing", "write outside of its scratch folder");
    probes.put("environment", "read the environment of the service");
    probes.put("processes", "see or signal other processes");
    probes.put("privileges", "gain privileges or namespaces");
    probes.put("limits", "raise its limits");
    probes.put("many_processes", "start processes without bound");
    probes.put("much_memory", "take memory without bound");
    probes.put("much_disk", "fill the disk");
    return probes;
  }

  /// A wall and whether it held.
  ///
  /// @param what what a program tried
  /// @param held whether it failed, as it must
  /// @param detail what it could do; empty if nothing
  public record Finding(String what, boolean held, String detail) {}

  /// What was found.
  ///
  /// @param unavailable why no program can be run at all; empty if programs can
  /// @param findings one for each wall; none where no program can be run
  /// @param notes weaknesses that are no holes, such as a missing control group
  public record Report(Optional<String> unavailable, List<Finding> findings, List<String> notes) {

    public Report {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
    }

    /// Whether programs can be run and every wall held.
    public boolean isolated() {
      return unavailable.isEmpty() && findings.stream().allMatch(Finding::held);
    }

    /// The report in lines, for people.
    public List<String> lines() {
      var lines = new ArrayList<String>();
      unavailable.ifPresent(reason -> lines.add("no sandbox: " + reason));
      for (Finding each : findings) {
        lines.add(
            each.held() ? "cannot " + each.what() : "CAN " + each.what() + ": " + each.detail());
      }
      lines.addAll(notes);
      return lines;
    }
  }

  /// Tries all walls.
  public static Report run(Sandbox sandbox) {
    Optional<String> unavailable = sandbox.unavailable();
    if (unavailable.isPresent()) {
      return new Report(unavailable, List.of(), List.of());
    }
    String source = source();
    var findings = new ArrayList<Finding>();
    PROBES.forEach((probe, what) -> findings.add(finding(sandbox, source, probe, what)));
    findings.add(state(sandbox, source));
    findings.add(endlessness(sandbox));
    findings.add(verdicts(sandbox));
    return new Report(Optional.empty(), findings, notes(sandbox));
  }

  private static Finding finding(Sandbox sandbox, String source, String probe, String what) {
    String tests = "done = " + probe + "()\nassert done == '', done";
    Execution execution = sandbox.run(program(source, tests, LIMIT));
    // Whatever it was that stopped a probe, the wall held; only a probe's own word says otherwise.
    return switch (execution.verdict()) {
      case Verdict.Failed(String done) -> new Finding(what, false, done);
      case Verdict.Refused(String reason) -> new Finding(what, false, reason);
      case Verdict.CompileError(String reason) -> new Finding(what, false, reason);
      case Verdict.Passed _, Verdict.RuntimeError _, Verdict.TimedOut _ ->
          new Finding(what, true, "");
    };
  }

  private static Finding state(Sandbox sandbox, String source) {
    finding(sandbox, source, "state", "");
    return finding(sandbox, source, "state", "keep something for the next program");
  }

  private static Finding endlessness(Sandbox sandbox) {
    Execution execution = sandbox.run(program("def f():\n    while True: pass\n", "f()", SHORT));
    boolean held = execution.verdict() instanceof Verdict.TimedOut;
    return new Finding("run on after its limit", held, held ? "" : execution.verdict().words());
  }

  private static Finding verdicts(Sandbox sandbox) {
    String equal = "class E(list):\n    def __eq__(self, o): return True\ndef f(): return E()\n";
    Execution execution = sandbox.run(program(equal, "assert f() == [1]", LIMIT));
    boolean held = execution.verdict() instanceof Verdict.Failed;
    return new Finding("decide its own verdict", held, held ? "" : execution.verdict().words());
  }

  private static List<String> notes(Sandbox sandbox) {
    var notes = new ArrayList<String>();
    sandbox.notReused().ifPresent(why -> notes.add("each program needs a new sandbox: " + why));
    sandbox
        .notGrouped()
        .ifPresent(
            why -> notes.add("memory is bound for each process, not for a program's all: " + why));
    return notes;
  }

  private static Program.PythonFunction program(String source, String tests, Duration limit) {
    return new Program.PythonFunction(source, "", tests, null, false, limit);
  }

  private static String source() {
    try (InputStream source = SandboxCheck.class.getResourceAsStream("probes.py")) {
      return new String(
          Objects.requireNonNull(source, "no probes").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prints the report for this machine; exit code 0 if programs can be run and every wall held.
  public static void main(String[] args) throws IOException {
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine())) {
      Report report = run(sandbox);
      report.lines().forEach(System.out::println);
      System.exit(report.isolated() ? 0 : 1);
    }
  }
}
