package io.assay.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.spec.MetricSpec;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expected values are counted by hand from the tests' definitions.
class PairedTestTest {

  private static final int ITEMS = 10;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private double p(String metric, PairedTest test, IntFunction<String> a, IntFunction<String> b)
      throws IOException {
    var scoring = new Scoring(List.of(MetricSpec.of(metric)));
    var segments =
        Segments.ofLines(List.of(file("ref", _ -> "right")), List.of(file("a", a), file("b", b)));
    var first = scoring.of(folder.resolve("a").toString(), segments);
    var other = scoring.of(folder.resolve("b").toString(), segments);
    var comparisons = new Comparing(scoring.metrics(), test).of(first, other);
    assertThat(comparisons).hasSize(1);
    return Objects.requireNonNull(comparisons.getFirst().pValue());
  }

  private Path file(String name, IntFunction<String> line) throws IOException {
    return Files.write(folder.resolve(name), IntStream.range(0, ITEMS).mapToObj(line).toList());
  }

  private static String rightBelow(int bound, int item) {
    return item < bound ? "right" : "wrong";
  }

  @Test
  void eightAgainstTwoIsAsLikelyAsSoManyCoins() throws IOException {
    IntFunction<String> few = i -> rightBelow(2, i);
    IntFunction<String> many = i -> i < 2 ? "wrong" : "right";
    double coins = 2 * (1 + 10 + 45) / 1024.0;

    assertThat(p("exact_match", PairedTest.MCNEMAR, few, many)).isCloseTo(coins, within(1e-12));
    assertThat(p("exact_match", PairedTest.SIGN, few, many)).isCloseTo(coins, within(1e-12));
    assertThat(p("exact_match", PairedTest.PERMUTATION, few, many)).isCloseTo(coins, within(0.02));
    assertThat(p("exact_match", PairedTest.BOOTSTRAP, few, many)).isBetween(1e-4, 0.2);
  }

  @Test
  void tenRanksOnOneSideAreOneOfAThousand() throws IOException {
    IntFunction<String> shorter = i -> "x".repeat(i + 1);
    IntFunction<String> longer = i -> "x".repeat(2 * i + 2);

    assertThat(p("length", PairedTest.WILCOXON, shorter, longer))
        .isCloseTo(2 / 1024.0, within(1e-12));
    assertThat(p("length", PairedTest.PERMUTATION, shorter, longer))
        .isCloseTo(2 / 1024.0, within(2e-3));
  }

  @Test
  void equalSystemsDifferByChanceAlone() throws IOException {
    IntFunction<String> same = i -> rightBelow(5, i);
    for (PairedTest test : PairedTest.values()) {
      assertThat(p("exact_match", test, same, same)).as(test.label()).isEqualTo(1);
    }
  }

  @Test
  void corpusMetricsAreExchangedAndNotRightOrWrong() throws IOException {
    IntFunction<String> bad = i -> rightBelow(5, i);

    assertThat(p("chrf", PairedTest.PERMUTATION, bad, _ -> "right")).isBetween(0.03, 0.1);
    assertThatThrownBy(() -> p("chrf", PairedTest.MCNEMAR, i -> "righ" + i, bad))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("McNemar")
        .hasMessageContaining("--test permutation");
  }

  @Test
  void anUnknownTestIsRefusedWithThoseThatThereAre() {
    assertThat(PairedTest.of("wilcoxon")).isEqualTo(PairedTest.WILCOXON);
    assertThatThrownBy(() -> PairedTest.of("t"))
        .hasMessageContaining("bootstrap, permutation, sign, wilcoxon, mcnemar");
  }
}
