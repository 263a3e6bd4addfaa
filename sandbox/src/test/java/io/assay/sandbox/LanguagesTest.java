package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.tasks.code.Program;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesTest {

  private static final String MAIN =
      """
      class Problem {
        static int twice(int x) { return %s; }
        public static void main(String[] args) { assert(twice(2) == 4) : "wrong"; }
      }
      """;

  private static final String LEAVE =
      "static int leave() { System.out.println(\"passed\"); System.exit(0); return 4; }\n  ";

  @Test
  void javaIsCompiledAndItsAssertionsAreOn() {
    assertThat(java(MAIN.formatted("2 * x"))).isEqualTo(new Verdict.Passed());
    assertThat(java(MAIN.formatted("3 * x")))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("java.lang.AssertionError: wrong"));
    assertThat(java(MAIN.formatted("1 / (x - 2)")))
        .isInstanceOfSatisfying(
            Verdict.RuntimeError.class,
            error -> assertThat(error.reason()).contains("ArithmeticException"));
    assertThat(java(MAIN.formatted("x +")))
        .isInstanceOfSatisfying(
            Verdict.CompileError.class,
            error -> assertThat(error.reason()).contains("illegal start of expression"));
  }

  @Test
  void leavingEarlyAndPrintingAreNoPass() {
    assertThat(java(MAIN.formatted("leave()").replace("static int", LEAVE + "static int")))
        .isEqualTo(new Verdict.RuntimeError("left before the tests were through"));
  }

  @Test
  void cppIsJudgedByWhatItsMainFunctionGivesBack() {
    assumeTrue(Languages.installed().contains("cpp"), "no g++ here");

    assertThat(cpp("2 * x")).isEqualTo(new Verdict.Passed());
    assertThat(cpp("3 * x"))
        .isInstanceOfSatisfying(
            Verdict.Failed.class, failed -> assertThat(failed.reason()).contains("Assertion"));
    assertThat(cpp("(abort(), 4)")).isInstanceOf(Verdict.RuntimeError.class);
    assertThat(cpp("x +"))
        .isInstanceOfSatisfying(
            Verdict.CompileError.class, error -> assertThat(error.reason()).contains("error:"));
    assertThat(cpp("(exit(0), 4)"))
        .isEqualTo(new Verdict.RuntimeError("left before the tests were through"));
  }

  @Test
  void anOperatorsOwnLanguageIsRead(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("languages.json"),
            """
            [{"name": "awk", "file": "main.awk", "run": ["/usr/bin/awk", "-f", "{file}"],
              "mark": "source", "epilogue": "END { print \\"{mark}\\" }", "folders": ["/opt/awk"]}]
            """);

    assertThat(OwnLanguages.read(file))
        .singleElement()
        .satisfies(awk -> {
          assertThat(awk.run()).containsExactly("/usr/bin/awk", "-f", "{file}");
          assertThat(awk.mark()).isEqualTo(Language.Mark.SOURCE);
          assertThat(awk.folders()).containsExactly(Path.of("/opt/awk"));
        });
    assertThatThrownBy(
            () -> OwnLanguages.read(Files.writeString(file, "[{\"name\": \"x\", \"rum\": []}]")))
        .hasMessageContaining("unknown key rum, expected [bounded, compile");
    assertThatThrownBy(() -> OwnLanguages.read(folder.resolve("none.json")))
        .hasMessageContaining("none.json cannot be read");
  }

  private static Verdict cpp(String twice) {
    String source =
        """
        #undef NDEBUG
        #include <cassert>
        #include <cstdlib>
        int twice(int x) { return %s; }
        int main() { assert(twice(2) == 4); }
        """
            .formatted(twice);
    return TestSandbox.get()
        .run(new Program.Whole("cpp", source, Duration.ofSeconds(30)))
        .verdict();
  }

  @Test
  void theProgramsOwnTimeIsLimitedNotTheCompilers() {
    String loop = "static int loop(int x) { while (x > 0) { } return 1; }\n  ";
    String source =
        MAIN.formatted("loop(x)").replace("static int twice", loop + "static int twice");
    var endless = new Program.Whole("java", source, Duration.ofSeconds(1));

    assertThat(TestSandbox.get().run(endless).verdict()).isEqualTo(new Verdict.TimedOut());
  }

  @Test
  void scriptsMustReachTheirEnd() {
    assumeTrue(Languages.installed().contains("sh"), "no bash here");

    assertThat(shell("[ $((2 + 2)) = 4 ]")).isEqualTo(new Verdict.Passed());
    assertThat(shell("exit 0")).isInstanceOf(Verdict.RuntimeError.class);
    assertThat(shell("echo 'assertion failed'; exit 3"))
        .isEqualTo(new Verdict.Failed("assertion failed"));
    assertThat(shell("kill -9 $PPID; sleep 1; exit 0")).isInstanceOf(Verdict.RuntimeError.class);
    assertThat(shell("cat /proc/$PPID/environ /proc/$PPID/fd/*; exit 0"))
        .isInstanceOf(Verdict.RuntimeError.class);
  }

  @Test
  void aLanguageThatIsNotThereIsNotOffered() {
    assertThat(new SandboxRunner().languages()).contains("python", "java").doesNotContain("ada");
  }

  @Test
  void theMainClassIsFound() {
    assertThat(
            JavaSource.mainClass("class A {} class B { public static void main(String[] a) {} }"))
        .isEqualTo("B");
    assertThat(JavaSource.mainClass("class A {} public final class C { }")).isEqualTo("C");
    assertThat(JavaSource.mainClass("")).isEqualTo("Problem");
  }

  private static Verdict java(String source) {
    return TestSandbox.get()
        .run(new Program.Whole("java", source, Duration.ofSeconds(30)))
        .verdict();
  }

  private static Verdict shell(String source) {
    return TestSandbox.get().run(new Program.Whole("sh", source, Duration.ofSeconds(10))).verdict();
  }
}
