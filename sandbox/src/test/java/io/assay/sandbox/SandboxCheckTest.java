package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCheckTest {

  @Test
  void everyWallHolds() {
    SandboxCheck.Report report = SandboxCheck.run(TestSandbox.get());

    assertThat(report.findings()).hasSize(13).allSatisfy(each -> assertThat(each.held()).isTrue());
    assertThat(report.isolated()).isTrue();
    assertThat(report.lines()).contains("cannot reach the network");
  }

  @Test
  void everyWallHoldsInASandboxForEachRun() throws IOException {
    TestSandbox.get();
    try (Sandbox sandbox =
        Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1).withReuse(false))) {
      assertThat(SandboxCheck.run(sandbox).findings())
          .allSatisfy(each -> assertThat(each.held()).as(each.toString()).isTrue());
    }
  }

  @Test
  void withoutBubblewrapNothingRuns() throws IOException {
    SandboxOptions options = SandboxOptions.ofThisMachine().withoutBubblewrap(false);
    try (Sandbox sandbox = Sandbox.open(options)) {
      assertThat(sandbox.run(TestSandbox.program("def f(): pass", "f()", null)).verdict())
          .isEqualTo(
              new Verdict.Refused(
                  "bubblewrap (bwrap) is not installed: install it (Debian: apt install bubblewrap),"
                      + " or set assay.sandbox.accept-risk=true to run programs without a"
                      + " sandbox"));
      assertThat(SandboxCheck.run(sandbox).isolated()).isFalse();
    }
  }

  @Test
  void theRiskIsAcceptedTooWhereBubblewrapIsThereButDoesNotWork(@TempDir Path folder)
      throws IOException {
    TestSandbox.get();
    Path broken =
        Files.writeString(folder.resolve("bwrap"), "#!/bin/sh\necho no namespaces >&2; exit 1\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    SandboxOptions options = SandboxOptions.ofThisMachine().withSlots(1).withBubblewrap(broken);
    try (Sandbox sandbox = Sandbox.open(options)) {
      assertThat(sandbox.unavailable().orElse("")).contains("no namespaces");
    }
    try (Sandbox sandbox = Sandbox.open(options.acceptingRisk())) {
      assertThat(
              sandbox
                  .run(TestSandbox.program("def f(): return 1\n", "assert f() == 1", null))
                  .verdict())
          .isEqualTo(new Verdict.Passed());
    }
  }

  @Test
  void whoAcceptsTheRiskIsServedAndTheReportSaysWhatItIs() throws IOException {
    TestSandbox.get();
    SandboxOptions options = SandboxOptions.ofThisMachine().withSlots(1).withoutBubblewrap(true);
    try (Sandbox sandbox = Sandbox.open(options)) {
      Execution execution =
          sandbox.run(TestSandbox.program("def f(): return 1\n", "assert f() == 1", null));

      assertThat(execution.verdict()).isEqualTo(new Verdict.Passed());
      SandboxCheck.Report report = SandboxCheck.run(sandbox);
      assertThat(report.isolated()).isFalse();
      assertThat(report.lines()).anyMatch(line -> line.startsWith("CAN see or signal other"));
    }
  }
}
