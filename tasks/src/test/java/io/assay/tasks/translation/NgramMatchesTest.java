package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NgramMatchesTest {

  @RepeatedTest(20)
  void itCountsWhatABagOfListsWouldCount(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int[] tokens = random.ints(random.nextInt(200), 0, 4).toArray();
    List<int[]> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(random.ints(random.nextInt(200), 0, 5).toArray());
    }

    long[] matches = new NgramMatches(tokens, 6).inAnyOf(others);

    for (int order = 1; order <= 6; order++) {
      assertThat(matches[order - 1]).isEqualTo(naive(tokens, others, order));
    }
  }

  private static long naive(int[] tokens, List<int[]> others, int order) {
    Map<String, Integer> most = new HashMap<>();
    for (int[] other : others) {
      bag(other, order).forEach((ngram, count) -> most.merge(ngram, count, Math::max));
    }
    return bag(tokens, order).entrySet().stream()
        .mapToLong(each -> Math.min(each.getValue(), most.getOrDefault(each.getKey(), 0)))
        .sum();
  }

  private static Map<String, Integer> bag(int[] tokens, int order) {
    Map<String, Integer> bag = new HashMap<>();
    for (int i = 0; i + order <= tokens.length; i++) {
      bag.merge(Arrays.toString(Arrays.copyOfRange(tokens, i, i + order)), 1, Integer::sum);
    }
    return bag;
  }

  @Test
  void millionsOfDifferentTokensAreCounted() {
    int[] tokens = new Random(1).ints(2_000_000, 0, Integer.MAX_VALUE).toArray();

    assertThat(new NgramMatches(tokens, 2).in(tokens)).containsExactly(2_000_000, 1_999_999);
  }
}
