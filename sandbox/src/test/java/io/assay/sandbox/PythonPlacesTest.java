package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pythons that lie elsewhere than the system's.
class PythonPlacesTest {

  private final List<Path> made = new ArrayList<>();

  @TempDir Path temporary;

  @Test
  void aPythonOutsideOfUsrIsSeenFromInside() throws Exception {
    TestSandbox.get();
    Path python = environment(folder("rwxr-xr-x"));
    try (Sandbox sandbox = Sandbox.open(with(python))) {
      String source = "import sys, wave\ndef f(): return sys.executable\n";
      String tests = "assert f() == '" + python + "', f()";

      assertThat(sandbox.run(TestSandbox.program(source, tests, null)).verdict())
          .isEqualTo(new Verdict.Passed());
    }
  }

  @Test
  void aPythonThatOthersCannotReachIsRefusedWithTheRemedy() throws Exception {
    TestSandbox.get();
    assumeTrue(System.getProperty("user.name").equals("root"), "users are told apart only by root");
    Path python = environment(folder("rwx------"));
    try (Sandbox sandbox = Sandbox.open(with(python))) {
      assertThat(sandbox.unavailable().orElse(""))
          .contains("which only its owner may enter")
          .contains("set assay.sandbox.python");
    }
  }

  @Test
  void aPythonWhereProgramsWriteIsRefused() throws Exception {
    TestSandbox.get();
    Path python = environment(Files.createTempDirectory(temporary, "python"));
    assumeTrue(python.startsWith("/tmp"), "temporary files lie elsewhere");
    try (Sandbox sandbox = Sandbox.open(with(python))) {
      assertThat(sandbox.unavailable().orElse("")).contains("that programs have for themselves");
    }
  }

  @Test
  void whatIsNoPythonIsNamed() throws IOException {
    TestSandbox.get();
    try (Sandbox sandbox = Sandbox.open(with(Path.of("/bin/true")))) {
      assertThat(sandbox.unavailable().orElse("")).startsWith("/bin/true does not run the sandbox");
    }
  }

  @Test
  void missingNamespacesComeWithARemedy() {
    assertThat(Remedies.with("bwrap: Creating new namespace failed: Operation not permitted"))
        .contains("kernel.apparmor_restrict_unprivileged_userns=0");
    assertThat(Remedies.with("a Python")).isEqualTo("a Python");
  }

  private Path folder(String permissions) throws IOException {
    Path parent =
        Path.of(Files.isWritable(Path.of("/opt")) ? "/opt" : System.getProperty("user.home"));
    Path folder = Files.createTempDirectory(parent, "assay-python-");
    made.add(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    return folder;
  }

  @AfterEach
  void delete() throws IOException {
    for (Path folder : made) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Path environment(Path folder) throws IOException, InterruptedException {
    String python = SandboxOptions.ofThisMachine().python() + "";
    int code =
        new ProcessBuilder(python, "-m", "venv", "--without-pip", folder + "/venv")
            .inheritIO()
            .start()
            .waitFor();
    assumeTrue(code == 0, "no module venv here");
    return folder.resolve("venv/bin/python3");
  }

  private static SandboxOptions with(Path python) {
    return SandboxOptions.ofThisMachine().withSlots(1).withPython(python);
  }
}
