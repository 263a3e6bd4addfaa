package io.assay.standalone.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import java.lang.management.ManagementFactory;

/// Java, Maven, memory, limits.
final class Machine {

  private static final long GIB = 1L << 30;
  private static final long OPEN_FILES = 4096;

  private Machine() {}

  static Finding java() {
    return new Finding(
        Verdict.OK, "Java", Runtime.version() + " in " + System.getProperty("java.home"), "");
  }

  static Finding maven() {
    return Programs.find("mvn")
        .map(path -> new Finding(Verdict.OK, "Maven", path.toString(), ""))
        .orElse(
            new Finding(
                Verdict.NOTE,
                "Maven",
                "not on PATH",
                "needed to build again after a change: install Maven 3.8.6 or later (Debian: apt install"
                    + " maven; macOS: brew install maven)"));
  }

  static Finding memory() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double gib = (double) system.getTotalMemorySize() / GIB;
    String found =
        String.format(
            java.util.Locale.ROOT,
            "%.1f GiB, %d processors",
            gib,
            Runtime.getRuntime().availableProcessors());
    return gib < 2
        ? new Finding(Verdict.NOTE, "Memory", found, "2 GiB or more are recommended")
        : new Finding(Verdict.OK, "Memory", found, "");
  }

  static Finding openFiles() {
    var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    if (system == null) {
      return new Finding(Verdict.OK, "Open files", "no limit known", "");
    }
    long limit = system.getMaxFileDescriptorCount();
    return limit < OPEN_FILES
        ? new Finding(Verdict.NOTE, "Open files", "at most " + limit, "raise it: ulimit -n 8192")
        : new Finding(Verdict.OK, "Open files", "at most " + limit, "");
  }
}
