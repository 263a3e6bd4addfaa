package io.assay.standalone.doctor;

import io.assay.sandbox.Sandbox;
import io.assay.sandbox.SandboxCheck;
import io.assay.sandbox.SandboxOptions;
import io.assay.sandbox.SandboxRunner;
import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import java.io.IOException;
import java.util.stream.Collectors;

/// Whether programs that models write can be run, and what they could do.
final class ModelPrograms {

  private static final String SUBJECT = "Sandbox";

  private ModelPrograms() {}

  static Finding sandbox() {
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1))) {
      return finding(SandboxCheck.run(sandbox));
    } catch (IOException e) {
      return new Finding(
          Verdict.NOTE,
          SUBJECT,
          "cannot be tried: " + e.getMessage(),
          "see to the folder of temporary files");
    } catch (IllegalArgumentException e) {
      return new Finding(
          Verdict.NOTE,
          SUBJECT,
          String.valueOf(e.getMessage()),
          "see assay.sandbox.* in docs/deploying.md");
    }
  }

  static Finding finding(SandboxCheck.Report report) {
    if (report.unavailable().isPresent()) {
      return new Finding(
          Verdict.NOTE,
          SUBJECT,
          "jobs that run model-written programs are refused: " + report.unavailable().get(),
          "other jobs are not concerned; see docs/deploying.md, Programs of models");
    }
    String notes = report.notes().stream().map(note -> "; " + note).collect(Collectors.joining());
    if (!report.isolated()) {
      String holes =
          report.findings().stream()
              .filter(each -> !each.held())
              .map(each -> each.what() + " (" + each.detail() + ")")
              .collect(Collectors.joining(", "));
      return new Finding(
          Verdict.NOTE,
          SUBJECT,
          "programs CAN " + holes + notes,
          "run no programs that you have not read, or install bubblewrap and take"
              + " assay.sandbox.accept-risk away");
    }
    return new Finding(
        Verdict.OK,
        SUBJECT,
        "programs in "
            + new SandboxRunner().languages().stream().sorted().collect(Collectors.joining(", "))
            + "; each of "
            + report.findings().size()
            + " attempts to break out failed"
            + notes,
        "");
  }
}
