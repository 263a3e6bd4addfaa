package io.assay.standalone.cli;

import io.assay.standalone.doctor.Doctor;
import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what is installed and what would fail.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Say what is installed, what would fail and why. Changes nothing.")
public final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", hidden = true)
  private int port;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    var findings = Doctor.examine(servers.dataDir(), port);
    findings.forEach(DoctorCommand::print);
    boolean bad = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.BAD);
    System.out.println(bad ? "\nAssay will not work here until this is mended." : "\nReady.");
    return bad ? ExitCode.ERROR : ExitCode.DONE;
  }

  private static void print(Finding finding) {
    String mark =
        switch (finding.verdict()) {
          case OK -> "✓";
          case NOTE -> "!";
          case BAD -> "✕";
        };
    System.out.printf("%s %-13s %s%n", mark, finding.subject(), finding.finding());
    if (!finding.remedy().isEmpty()) {
      System.out.println("                " + finding.remedy());
    }
  }
}
