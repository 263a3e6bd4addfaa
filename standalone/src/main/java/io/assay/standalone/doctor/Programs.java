package io.assay.standalone.doctor;

import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs that only some jobs or tests need.
final class Programs {

  private Programs() {}

  static Finding docker() {
    return optional("Docker", "docker", "only for running as containers");
  }

  static Finding chromium() {
    return optional("Chromium", "chromium", "only for the browser tests, which skip without it");
  }

  private static Finding optional(String subject, String program, String why) {
    return find(program)
        .map(path -> new Finding(Verdict.OK, subject, path.toString(), ""))
        .orElse(new Finding(Verdict.NOTE, subject, program + " is not on PATH", why));
  }

  /// A program on PATH.
  static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
