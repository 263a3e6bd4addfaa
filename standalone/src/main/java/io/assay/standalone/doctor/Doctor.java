package io.assay.standalone.doctor;

import io.assay.standalone.process.DataDir;
import java.util.List;

/// All checks, in the order in which a new user meets their subjects.
public final class Doctor {

  /// What a check found.
  public enum Verdict {
    /// As it should be.
    OK,
    /// Something that some jobs need is missing.
    NOTE,
    /// Assay will not work.
    BAD
  }

  /// One finding.
  ///
  /// @param verdict how bad it is
  /// @param subject what was looked at
  /// @param finding what was found
  /// @param remedy how to mend it; empty if there is nothing to mend
  public record Finding(Verdict verdict, String subject, String finding, String remedy) {}

  private Doctor() {}

  /// Looks at everything.
  public static List<Finding> examine(DataDir dir, int port) {
    return List.of(
        Machine.java(),
        Machine.maven(),
        Machine.memory(),
        Machine.openFiles(),
        Storage.dataFolder(dir),
        Storage.freeSpace(dir),
        Storage.inUse(dir),
        Network.port(port),
        Natives.onnxRuntime(),
        Natives.duckDb(),
        ModelPrograms.sandbox(),
        Programs.docker(),
        Programs.chromium());
  }
}
