package io.assay.tasks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.tasks.Golden;
import io.assay.tasks.text.UnknownName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrecReportTest {

  private static final Pattern OURS =
      Pattern.compile("(P|recall|ndcg_cut|map_cut|success)_[0-9]+|ndcg|infAP|11pt_avg|set_(P|F|recall)");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  /// trec_eval's own test. Lines of measures that we do not have are not compared.
  @ParameterizedTest
  @CsvSource({
    "out.test, results.test, false",
    "out.test.a, results.test, false",
    "out.test.aq, results.test, false",
    "out.test.aqc, results.trunc, true"
  })
  void itPrintsWhatTrecEvalPrints(String output, String results, boolean complete)
      throws IOException {
    Optional<Path> expected = Golden.data("ir/trec_eval-test/" + output);
    assumeTrue(expected.isPresent(), "trec_eval's test is not here: set assay.shared.data");
    List<String> lines = Files.readAllLines(expected.orElseThrow());
    int compared = 0;
    Map<String, String> actual = actual(expected.orElseThrow(), results, complete, lines);
    for (String line : lines) {
      String[] fields = line.split("\\s+", 3);
      String found = actual.get(fields[0] + " " + fields[1]);
      if (found != null) {
        assertThat(found).as(output + " " + line).isEqualTo(fields[2].strip());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(29);
  }

  private static Map<String, String> actual(
      Path expected, String results, boolean complete, List<String> lines) throws IOException {
    var report =
        new TrecReport(
            TrecFiles.run(expected.resolveSibling(results)),
            TrecFiles.judgements(expected.resolveSibling("qrels.test")),
            TrecReport.Release.TEN,
            complete);
    List<String> more =
        lines.stream()
            .map(line -> line.split("\\s+", 2)[0])
            .filter(name -> OURS.matcher(name).matches())
            .distinct()
            .toList();
    Map<String, String> actual = new HashMap<>();
    for (List<String> names : List.of(List.<String>of(), more)) {
      report
          .lines(names.isEmpty() && more.isEmpty() ? List.of("map") : names, true)
          .forEach(line -> actual.put(line.measure() + " " + line.query(), line.value()));
    }
    return actual;
  }

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "trec", ".txt"), List.of(lines));
  }

  @Test
  void whatIsNoRunIsRefusedWithItsLine() throws IOException {
    Path twice = file("1 Q0 a 1 2.5 x", "1 Q0 a 2 1.5 x");
    Path shorter = file("1 Q0 a 1 2.5");
    Path worded = file("1 Q0 a 1 high x");
    Path nan = file("1 Q0 a 1 NaN x");

    assertThatThrownBy(() -> TrecFiles.run(twice)).hasMessageContaining("line 2 names document a");
    assertThatThrownBy(() -> TrecFiles.run(shorter)).hasMessageContaining("has 5 fields");
    assertThatThrownBy(() -> TrecFiles.run(worded)).hasMessageContaining("has high");
    assertThatThrownBy(() -> TrecFiles.run(nan)).hasMessageContaining("no rank");
  }

  @Test
  void aQueryWithoutARunCountsOnlyWhereAsked() throws IOException {
    TrecFiles.Run run = TrecFiles.run(file("1 Q0 a 1 2.5 mine"));
    Map<String, Map<String, Long>> judged = TrecFiles.judgements(file("1 0 a 1", "2 0 b 1"));

    assertThat(new TrecReport(run, judged, TrecReport.Release.NINE, false).lines(List.of("map"), false))
        .contains(new TrecReport.Line("map", "all", "1.0000"));
    assertThat(new TrecReport(run, judged, TrecReport.Release.NINE, true).lines(List.of("map", "ndcg@10"), false))
        .contains(
            new TrecReport.Line("map", "all", "0.5000"),
            new TrecReport.Line("ndcg_cut_10", "all", "0.5000"),
            new TrecReport.Line("runid", "all", "mine"));
    assertThatThrownBy(() -> new TrecReport(run, judged, TrecReport.Release.NINE, true).lines(List.of("mapp"), false))
        .isInstanceOf(UnknownName.class)
        .hasMessageContaining("did you mean map?");
    assertThatThrownBy(() -> new TrecReport(run, Map.of(), TrecReport.Release.TEN, false))
        .hasMessageContaining("none of the run's 1 queries has judgements");
  }
}
