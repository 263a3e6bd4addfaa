package io.assay.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The Python half, unpacked into a folder for as long as a sandbox is open.
final class Scripts implements AutoCloseable {

  static final List<String> FILES =
      List.of(
          "slot.py",
          "cell.py",
          "assay_sandbox/__init__.py",
          "assay_sandbox/candidate.py",
          "assay_sandbox/cells.py",
          "assay_sandbox/cgroup.py",
          "assay_sandbox/checker.py",
          "assay_sandbox/commands.py",
          "assay_sandbox/compare.py",
          "assay_sandbox/ends.py",
          "assay_sandbox/evaluate.py",
          "assay_sandbox/extract.py",
          "assay_sandbox/frames.py",
          "assay_sandbox/isolation.py",
          "assay_sandbox/meter.py",
          "assay_sandbox/remote.py",
          "assay_sandbox/values.py");

  private final Path folder;

  private Scripts(Path folder) {
    this.folder = folder;
  }

  static Scripts unpack() throws IOException {
    Path folder = Files.createTempDirectory("assay-sandbox-");
    var scripts = new Scripts(folder);
    Files.createDirectory(folder.resolve("assay_sandbox"));
    Files.createDirectory(scripts.work());
    for (String file : FILES) {
      try (InputStream source = Scripts.class.getResourceAsStream("python/" + file)) {
        Files.copy(Objects.requireNonNull(source, () -> "no script " + file), folder.resolve(file));
      }
    }
    // Without bubblewrap a program runs as another user and must find them.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(scripts.work(), PosixFilePermissions.fromString("rwxrwxrwx"));
    return scripts;
  }

  Path slot() {
    return folder.resolve("slot.py");
  }

  /// Where programs run that have no sandbox.
  Path work() {
    return folder.resolve("work");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
