package io.assay.standalone.show;

import java.util.ArrayList;
import java.util.List;

/// Columns of text, as wide as their widest cell.
public final class TextTable {

  private final List<String[]> rows = new ArrayList<>();

  private TextTable() {}

  /// A table with these column heads.
  public static TextTable of(String... heads) {
    return new TextTable().row(heads);
  }

  /// Adds a row.
  public TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /// The table, a line a row, with a rule below the heads.
  public String text() {
    int[] widths = widths();
    var text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(text, rows.get(i), widths);
      if (i == 0) {
        rule(text, widths);
      }
    }
    return text.toString();
  }

  private int[] widths() {
    var widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        widths[c] = Math.max(widths[c], row[c].codePointCount(0, row[c].length()));
      }
    }
    return widths;
  }

  private static void line(StringBuilder text, String[] row, int[] widths) {
    var line = new StringBuilder();
    for (int c = 0; c < row.length; c++) {
      line.append(row[c]);
      line.repeat(' ', widths[c] - row[c].codePointCount(0, row[c].length()) + 2);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static void rule(StringBuilder text, int[] widths) {
    for (int c = 0; c < widths.length; c++) {
      text.repeat('─', widths[c]).append(c == widths.length - 1 ? "\n" : "  ");
    }
  }
}
