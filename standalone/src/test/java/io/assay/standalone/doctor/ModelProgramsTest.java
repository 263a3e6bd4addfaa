package io.assay.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.sandbox.SandboxCheck.Finding;
import io.assay.sandbox.SandboxCheck.Report;
import io.assay.standalone.doctor.Doctor.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the doctor says of model-written programs.
class ModelProgramsTest {

  @Test
  void withoutASandboxItSaysWhyAndThatOtherJobsRun() {
    var found =
        ModelPrograms.finding(
            new Report(Optional.of("bwrap is not installed"), List.of(), List.of()));

    assertThat(found.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(found.finding()).contains("are refused: bwrap is not installed");
    assertThat(found.remedy()).contains("other jobs are not concerned");
  }

  @Test
  void aWallThatDoesNotHoldIsNamed() {
    var found =
        ModelPrograms.finding(
            new Report(
                Optional.empty(),
                List.of(
                    new Finding("read the network", false, "it connected"),
                    new Finding("see other processes", true, "")),
                List.of("no memory limit")));

    assertThat(found.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(found.finding())
        .isEqualTo("programs CAN read the network (it connected); no memory limit");
    assertThat(found.remedy()).contains("assay.sandbox.accept-risk");
  }

  @Test
  void whereAllHeldItSaysHowManyWereTriedAndInWhichLanguages() {
    var found =
        ModelPrograms.finding(
            new Report(
                Optional.empty(), List.of(new Finding("read the network", true, "")), List.of()));

    assertThat(found.verdict()).isEqualTo(Verdict.OK);
    assertThat(found.finding()).contains("python").contains("each of 1 attempts");
  }
}
