package io.assay.standalone.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.standalone.client.FailedSample;
import io.assay.standalone.client.JobView;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

  private static final Failures NONE = new Failures(0, List.of());

  private static JobView job(int models, int metrics) {
    List<String> names = IntStream.rangeClosed(1, metrics).mapToObj(i -> "a_metric_" + i).toList();
    return new JobView(
        "j1",
        "Job",
        "COMPLETED",
        true,
        null,
        3.0,
        0,
        List.of(new JobView.Task("text", "text-generation", names)),
        List.of(),
        IntStream.rangeClosed(1, models).mapToObj(i -> model("some/model-" + i, names)).toList());
  }

  private static JobView.Model model(String id, List<String> names) {
    return new JobView.Model(
        id,
        new JobView.Counts(40, 40, 0, 40, 0, 0, 0, 0, 0, 0),
        0,
        null,
        null,
        null,
        null,
        null,
        names.stream()
            .map(name ->
                new JobView.Metric(
                    "text", "all", name, name + "|version:1", 0.5, 0.4, 0.6, 40, 0, true))
            .toList());
  }

  private static Stream<String> lines(String text) {
    return text.lines();
  }

  @Test
  void fewMetricsAreColumns() {
    assertThat(new Results(job(2, 1), NONE).table(80))
        .contains("model         a_metric_1               scored    without score")
        .contains("some/model-1  0.5000 [0.4000, 0.6000]  40 of 40  0");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void manyMetricsAreRowsWithinTheTerminal(int columns) {
    String table = new Results(job(5, 12), NONE).table(columns);

    assertThat(lines(table))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    for (int i = 1; i <= 12; i++) {
      String name = "a_metric_" + i + " ";
      assertThat(lines(table))
          .anyMatch(line -> line.startsWith(name) && line.contains("0.5000 [0.4000, 0.6000]"));
    }
    for (int i = 1; i <= 5; i++) {
      assertThat(table).containsOnlyOnce("some/model-" + i);
    }
    assertThat(lines(table)).anyMatch(line -> line.startsWith("without score"));
  }

  @Test
  void longCellsGoOnInTheNextLine() {
    String text =
        TextTable.of("name", "words")
            .row("a", "one two three four five six seven")
            .row("b", "short")
            .text(24);

    assertThat(text)
        .isEqualTo(
            """
            name  words
            ────  ──────────────────
            a     one two three four
                  five six seven
            b     short
            """);
  }

  @Test
  void whatFitsIsDrawnAsItIs() {
    var table = TextTable.of("name", "words").row("a", "one two three");

    assertThat(table.text(80)).isEqualTo(table.text()).contains("a     one two three\n");
    assertThat(table.width()).isEqualTo(19);
  }

  @Test
  void aWordThatIsLongerThanTheTerminalStaysWhole() {
    assertThat(TextTable.of("name").row("w".repeat(50)).text(20)).contains("w".repeat(50));
  }

  @Test
  void samplesWithoutScoreAreNamedWithTheirReasonsInOneLineEach() {
    var why = new FailedSample("m/a", "t", "s1", 1, "FAILED_MODEL", "no\n\u001b[2Jway \u202e");
    var failures = new Failures(9, Collections.nCopies(7, why));

    String table = new Results(job(1, 1), failures).table(80);

    assertThat(table)
        .endsWith("  m/a  s1 (failed model): no [2Jway\n  … and 4 more\n")
        .contains("Without score:\n")
        .doesNotContain("\u001b", "\u202e");
  }
}
