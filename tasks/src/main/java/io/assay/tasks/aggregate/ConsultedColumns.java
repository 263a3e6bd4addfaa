package io.assay.tasks.aggregate;

import io.assay.contracts.event.Consulted;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What judges used for each row. Takes no room as long as no judge was asked.
final class ConsultedColumns {

  private @Nullable Consulted[] rows = new Consulted[0];

  void set(int row, @Nullable Consulted consulted) {
    if (row >= rows.length) {
      if (consulted == null) {
        return;
      }
      rows = Arrays.copyOf(rows, Math.max(row + 1, 2 * rows.length));
    }
    rows[row] = consulted;
  }

  void count(int row, ConsultedTotals totals, int sign) {
    Consulted consulted = row < rows.length ? rows[row] : null;
    if (consulted != null) {
      totals.count(consulted, sign);
    }
  }
}
