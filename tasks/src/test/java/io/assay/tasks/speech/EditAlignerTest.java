package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.speech.Alignment.Kind;
import io.assay.tasks.speech.Alignment.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EditAlignerTest {

  @RepeatedTest(100)
  void itHasTheFewestEditsAndRapidfuzzsChoice(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int vocabulary = List.of(2, 4, 300).get(random.nextInt(3));
    int[] reference = tokens(random, random.nextInt(200), vocabulary);
    int[] hypothesis =
        random.nextBoolean()
            ? tokens(random, random.nextInt(200), vocabulary)
            : changed(random, reference, vocabulary, random.nextDouble());

    assertThat(align(reference, hypothesis, Long.MAX_VALUE).counts())
        .isEqualTo(expected(reference, hypothesis));
  }

  @RepeatedTest(6)
  void longTextsAreCutAndStillHaveTheFewestEdits(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int vocabulary = run.getCurrentRepetition() % 2 == 0 ? 5 : 3000;
    int[] reference = tokens(random, 5000, vocabulary);
    int[] hypothesis = changed(random, reference, vocabulary, run.getCurrentRepetition() / 8.0);

    Alignment alignment = align(reference, hypothesis, Long.MAX_VALUE);

    assertThat(alignment.counts().edits()).isEqualTo(distance(reference, hypothesis));
    assertThat(applied(alignment, reference, hypothesis)).isEqualTo(hypothesis);
  }

  @Test
  void millionsOfWordsWithFewEditsTakeSeconds() {
    var random = new Random(1);
    int[] reference = tokens(random, 500_000, 50_000);
    int[] hypothesis = changed(random, reference, 50_000, 0.0005);

    Alignment alignment = align(reference, hypothesis, EditAligner.SECONDS_OF_STEPS);

    assertThat(applied(alignment, reference, hypothesis)).isEqualTo(hypothesis);
    assertThat(alignment.counts().edits()).isBetween(200L, 500L);
  }

  @Test
  void aShortTextInALongOneTakesMemoryOfTheLongOneOnly() {
    int[] reference = tokens(new Random(1), 40, 30);
    int[] hypothesis = tokens(new Random(2), 2_000_000, 30);

    assertThat(align(reference, hypothesis, 0).counts().insertions()).isEqualTo(1_999_960);
  }

  private static Alignment align(int[] reference, int[] hypothesis, long mostSteps) {
    int size = 1 + Math.max(max(reference), max(hypothesis));
    return EditAligner.align(new TokenIds(reference, hypothesis, size), mostSteps).orElseThrow();
  }

  private static int max(int[] tokens) {
    return Arrays.stream(tokens).max().orElse(0);
  }

  private static int[] tokens(Random random, int count, int vocabulary) {
    return random.ints(count, 1, vocabulary + 1).toArray();
  }

  private static int[] changed(Random random, int[] tokens, int vocabulary, double share) {
    return Arrays.stream(tokens)
        .flatMap(each -> {
          if (random.nextDouble() >= share) {
            return java.util.stream.IntStream.of(each);
          }
          return random.ints(random.nextInt(3), 1, vocabulary + 1);
        })
        .toArray();
  }

  /// What the runs make of the reference; fails where a run says what is not so.
  private static int[] applied(Alignment alignment, int[] reference, int[] hypothesis) {
    var made = new int[hypothesis.length];
    int row = 0;
    int column = 0;
    for (Run run : alignment.runs()) {
      assertThat(new int[] {run.referenceStart(), run.hypothesisStart()})
          .containsExactly(row, column);
      row = run.referenceEnd();
      column = run.hypothesisEnd();
      int[] source = run.kind() == Kind.EQUAL ? reference : hypothesis;
      int from = run.kind() == Kind.EQUAL ? run.referenceStart() : run.hypothesisStart();
      System.arraycopy(
          source, from, made, run.hypothesisStart(), run.hypothesisEnd() - run.hypothesisStart());
    }
    assertThat(row).isEqualTo(reference.length);
    return made;
  }

  private static int[][] table(int[] reference, int[] hypothesis) {
    var table = new int[reference.length + 1][hypothesis.length + 1];
    for (int i = 0; i <= reference.length; i++) {
      for (int j = 0; j <= hypothesis.length; j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int pair = table[i - 1][j - 1] + (reference[i - 1] == hypothesis[j - 1] ? 0 : 1);
          table[i][j] = Math.min(pair, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        }
      }
    }
    return table;
  }

  private static long distance(int[] reference, int[] hypothesis) {
    int[] column = java.util.stream.IntStream.rangeClosed(0, reference.length).toArray();
    for (int token : hypothesis) {
      int corner = column[0]++;
      for (int i = 1; i < column.length; i++) {
        int pair = corner + (reference[i - 1] == token ? 0 : 1);
        corner = column[i];
        column[i] = Math.min(pair, 1 + Math.min(column[i - 1], column[i]));
      }
    }
    return column[reference.length];
  }

  /// The rule of choice as the definition has it, over a plain table.
  private static EditCounts expected(int[] a, int[] b) {
    int left = 0;
    while (left < Math.min(a.length, b.length) && a[left] == b[left]) {
      left++;
    }
    int right = 0;
    while (right < Math.min(a.length, b.length) - left
        && a[a.length - 1 - right] == b[b.length - 1 - right]) {
      right++;
    }
    int[] reference = Arrays.copyOfRange(a, left, a.length - right);
    int[] hypothesis = Arrays.copyOfRange(b, left, b.length - right);
    EditCounts inside = walk(table(reference, hypothesis), reference, hypothesis);
    return inside.plus(new EditCounts(left + right, 0, 0, 0));
  }

  private static EditCounts walk(int[][] table, int[] reference, int[] hypothesis) {
    int i = reference.length;
    int j = hypothesis.length;
    var steps = new long[4];
    while (i > 0 && j > 0) {
      if (table[i][j] == table[i - 1][j] + 1) {
        steps[2]++;
        i--;
      } else if (table[i][j - 1] == table[i - 1][j - 1] - 1) {
        steps[3]++;
        j--;
      } else {
        steps[reference[--i] == hypothesis[--j] ? 0 : 1]++;
      }
    }
    return new EditCounts(steps[0], steps[1], steps[2] + i, steps[3] + j);
  }
}
