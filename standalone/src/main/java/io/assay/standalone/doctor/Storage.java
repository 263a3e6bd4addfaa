package io.assay.standalone.doctor;

import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import io.assay.standalone.process.DataDir;
import io.assay.standalone.process.RunningServer;
import java.io.IOException;
import java.nio.file.Files;

/// The data folder.
final class Storage {

  private static final long GIB = 1L << 30;

  private Storage() {}

  static Finding dataFolder(DataDir dir) {
    return Files.isWritable(dir.root())
        ? new Finding(Verdict.OK, "Data folder", dir.root().toString(), "")
        : new Finding(
            Verdict.BAD,
            "Data folder",
            dir.root() + " cannot be written",
            "choose another: --data-dir DIR");
  }

  static Finding freeSpace(DataDir dir) {
    try {
      double gib = (double) Files.getFileStore(dir.root()).getUsableSpace() / GIB;
      String found = String.format(java.util.Locale.ROOT, "%.1f GiB free", gib);
      return gib < 1
          ? new Finding(
              Verdict.BAD, "Disk", found, "the broker needs space: free some, or --data-dir DIR")
          : new Finding(Verdict.OK, "Disk", found, "");
    } catch (IOException e) {
      return new Finding(Verdict.NOTE, "Disk", "free space unknown: " + e.getMessage(), "");
    }
  }

  static Finding inUse(DataDir dir) {
    return RunningServer.of(dir)
        .map(running ->
            new Finding(
                Verdict.OK,
                "Server",
                "process " + running.pid() + " serves " + running.address(),
                ""))
        .orElse(new Finding(Verdict.OK, "Server", "none runs on this data folder", ""));
  }
}
