package io.assay.tasks.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EditTest {

  @Nested
  class SimilarityTest implements MetricContract {

    @Override
    public MetricSpec spec() {
      return Judging.spec("levenshtein_similarity", "{\"strip\": true, \"ignore_case\": true}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return new Case(
          TextCases.sample(number, "kitten"),
          new Answer.Text("sitting".substring(random.nextInt(5))));
    }

    @Test
    void theNearestTargetCounts() {
      var targets = JSON.arrayNode().add("dog").add("SITTING ");

      assertThat(Judging.value(Metrics.create(spec()), " kitten", targets)).isEqualTo(1 - 3.0 / 7);
      assertThat(Judging.value(Metrics.create(spec()), "", Judging.text(" "))).isEqualTo(1);
    }

    @Test
    void textsThatAreTooLongAreNotComparedForHours() {
      var sample = Judging.sample(Judging.text("b".repeat(2_000_000)));

      assertThat(Metrics.create(spec()).judge(sample, new Answer.Text("a".repeat(2_000_000))))
          .isInstanceOfSatisfying(
              Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("too long"));
    }
  }

  @RepeatedTest(50)
  void theFastDistanceIsThatOfTheTable(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int[] a = text(random, random.nextInt(300), 2 + random.nextInt(6));
    int[] b = text(random, random.nextInt(300), 2 + random.nextInt(6));
    int distance = table(a, b, true);
    EditCounts counts = EditCounts.of(a, b);

    assertThat(Levenshtein.distance(a, b)).isEqualTo(distance);
    assertThat(counts.replace() + counts.insert() + counts.delete()).isEqualTo(distance);
    assertThat(counts.equal() + counts.replace() + counts.delete()).isEqualTo(a.length);
    assertThat(counts.equal() + counts.replace() + counts.insert()).isEqualTo(b.length);
    assertThat(a.length + b.length - 2 * CommonSubsequence.length(a, b))
        .isEqualTo(table(a, b, false));
  }

  @Test
  void largeTextsAreCutInTwoWithoutCostingMore() {
    var random = new Random(1);
    int[] a = text(random, 5000, 4);
    int[] b = text(random, 5100, 4);
    EditCounts counts = EditCounts.of(a, b);

    assertThat(counts.replace() + counts.insert() + counts.delete())
        .isEqualTo(Levenshtein.distance(a, b));
  }

  @Test
  void aMegabyteWithFewEditsIsFast() {
    var random = new Random(2);
    int[] a = text(random, 200_000, 20);
    int[] b = a.clone();
    b[10] = 'X';
    b[150_000] = 'X';

    assertThat(EditCounts.of(a, b)).isEqualTo(new EditCounts(199_998, 2, 0, 0));
  }

  private static int[] text(Random random, int length, int letters) {
    return random.ints(length, 'a', 'a' + letters).toArray();
  }

  private static int table(int[] a, int[] b, boolean replacing) {
    var table = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int off = a[i - 1] == b[j - 1] ? 0 : replacing ? 1 : 2;
          table[i][j] =
              Math.min(table[i - 1][j - 1] + off, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        }
      }
    }
    return table[a.length][b.length];
  }
}
