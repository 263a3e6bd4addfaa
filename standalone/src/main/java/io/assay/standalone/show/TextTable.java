package io.assay.standalone.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Columns of text, as wide as their widest cell or as a terminal allows.
public final class TextTable {

  private static final int GAP = 2;

  /// No column is made narrower than this, nor than its longest word.
  private static final int NARROWEST = 12;

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
    return drawn(widths());
  }

  /// How many columns of a terminal it takes.
  public int width() {
    int[] widths = widths();
    return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
  }

  /// The same within a terminal's columns: what is too long goes on in the next line, after a
  /// space, the widest column first. Wider than that only where words are too long.
  public String text(int columns) {
    int[] widths = widths();
    int[] least = leastWidths();
    while (Arrays.stream(widths).sum() + GAP * (widths.length - 1) > columns) {
      int widest =
          IntStream.range(0, widths.length)
              .filter(c -> widths[c] > least[c])
              .reduce(-1, (a, b) -> a >= 0 && widths[a] >= widths[b] ? a : b);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return drawn(widths);
  }

  /// The table as several ones below each other that fit a terminal's columns: each has the first
  /// column and as many of the others as there is room for, one at least.
  public String grouped(int columns) {
    int[] widths = widths();
    var text = new StringBuilder();
    for (int from = 1; from < widths.length; ) {
      int to = from + 1;
      int taken = widths[0] + GAP + widths[from];
      while (to < widths.length && taken + GAP + widths[to] <= columns) {
        taken += GAP + widths[to++];
      }
      text.append(from == 1 ? "" : "\n").append(part(from, to).text());
      from = to;
    }
    return text.toString();
  }

  private TextTable part(int from, int to) {
    var part = new TextTable();
    for (String[] row : rows) {
      var cells = new ArrayList<>(List.of(row[0]));
      cells.addAll(Arrays.asList(row).subList(from, to));
      part.row(cells.toArray(String[]::new));
    }
    return part;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private int[] widths() {
    var widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        widths[c] = Math.max(widths[c], length(row[c]));
      }
    }
    return widths;
  }

  private int[] leastWidths() {
    var least = new int[rows.getFirst().length];
    Arrays.fill(least, NARROWEST);
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        for (String word : row[c].split(" ", -1)) {
          least[c] = Math.max(least[c], length(word));
        }
      }
    }
    return least;
  }

  private String drawn(int[] widths) {
    var text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      row(text, rows.get(i), widths);
      if (i == 0) {
        rule(text, widths);
      }
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String[] row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int c = 0; c < row.length; c++) {
      cells.add(broken(row[c], widths[c]));
    }
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < lines; i++) {
      int at = i;
      line(text, cells.stream().map(cell -> at < cell.size() ? cell.get(at) : "").toList(), widths);
    }
  }

  /// A text in lines of at most a width, broken at spaces.
  private static List<String> broken(String text, int width) {
    if (length(text) <= width) {
      return List.of(text);
    }
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void line(StringBuilder text, List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      line.append(cells.get(c));
      line.repeat(' ', widths[c] - length(cells.get(c)) + GAP);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static void rule(StringBuilder text, int[] widths) {
    for (int c = 0; c < widths.length; c++) {
      text.repeat('─', widths[c]).append(c == widths.length - 1 ? "\n" : "  ");
    }
  }
}
