package io.assay.tasks.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class CommonSubsequenceTest {

  /// The table that ROUGE's definition speaks of.
  private static int[][] table(int[] rows, int[] columns) {
    var table = new int[rows.length + 1][columns.length + 1];
    for (int i = 1; i <= rows.length; i++) {
      for (int j = 1; j <= columns.length; j++) {
        table[i][j] =
            rows[i - 1] == columns[j - 1]
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table;
  }

  private static BitSet wayBack(int[][] table, int[] rows, int[] columns) {
    var marks = new BitSet();
    int i = rows.length;
    int j = columns.length;
    while (i > 0 && j > 0) {
      if (rows[i - 1] == columns[j - 1]) {
        marks.set(--i);
        j--;
      } else if (table[i][j - 1] > table[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return marks;
  }

  @RepeatedTest(40)
  void bitsGiveWhatTheTableGives(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int vocabulary = 1 + random.nextInt(40);
    var subsequence = new CommonSubsequence(vocabulary);
    for (int i = 0; i < 5; i++) {
      int[] rows = random.ints(random.nextInt(300), 0, vocabulary).toArray();
      int[] columns = random.ints(random.nextInt(300), 0, vocabulary).toArray();
      int[][] table = table(rows, columns);
      var marks = new BitSet();

      subsequence.withColumns(columns).mark(rows, marks);

      assertThat(subsequence.length(rows)).isEqualTo(table[rows.length][columns.length]);
      assertThat(marks).isEqualTo(wayBack(table, rows, columns));
    }
  }
}
