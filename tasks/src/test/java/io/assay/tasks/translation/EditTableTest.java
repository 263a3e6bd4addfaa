package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EditTableTest {

  @RepeatedTest(20)
  void aShiftChangesTheDistanceAsIfTheTableWereMadeAnew(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int[] hypothesis = random.ints(1 + random.nextInt(150), 0, 12).toArray();
    int[] reference = random.ints(1 + random.nextInt(150), 0, 12).toArray();
    var beam = new Beam(hypothesis.length, reference.length);
    var table = new EditTable(hypothesis, reference, beam);

    for (int i = 0; i < 200; i++) {
      int start = random.nextInt(hypothesis.length);
      int length = 1 + random.nextInt(Math.min(10, hypothesis.length - start));
      var shift = new Shift(start, length, random.nextInt(hypothesis.length + 1));
      int[] shifted = shift.apply(hypothesis);

      assertThat(table.distance(shifted, shift.from(), shift.to(hypothesis.length)))
          .as(shift.toString())
          .isEqualTo(new EditTable(shifted, reference, beam).distance());
    }
  }

  @Test
  void withinTheBeamItIsTheLevenshteinDistance() {
    assertThat(distance("kitten", "sitting")).isEqualTo(3);
    assertThat(distance("", "abc")).isEqualTo(3);
    assertThat(distance("abc", "")).isEqualTo(3);
    assertThat(distance("x", "y".repeat(200))).isEqualTo(200);
  }

  private static int distance(String hypothesis, String reference) {
    var beam = new Beam(hypothesis.length(), reference.length());
    return new EditTable(hypothesis.chars().toArray(), reference.chars().toArray(), beam)
        .distance();
  }

  @Test
  void aLongTextWithFewMistakesIsDoneSoon() {
    int[] reference = new Random(1).ints(100_000, 0, 5_000).toArray();
    int[] hypothesis = new Shift(40_000, 3, 40_020).apply(reference);
    hypothesis[70_000] = -1;

    assertThat(TranslationEdits.count(hypothesis, reference)).isEqualTo(2);
  }
}
