package io.assay.tasks.speech;

import java.util.Arrays;
import java.util.Optional;

/// Finds an alignment with the fewest edits, and of all these the one that rapidfuzz (and so jiwer)
/// chooses: equal ends are matched first; then, from the end of the table of edit distances, a
/// deletion where the cell above is one less, else an insertion where the cell to the left is one
/// less than the one above it, else a pair. Where that table would be larger than 1 MiB, the
/// hypothesis is cut in half and the reference at the first place that keeps the distance
/// (Hirschberg 1975), and both parts are aligned alone.
///
/// Memory grows with the length of the texts, time with length times distance / 64.
final class EditAligner {

  /// Steps of 64 cells that are a matter of seconds.
  static final long SECONDS_OF_STEPS = 500_000_000L;

  private static final long LARGEST_TABLE_BYTES = 1 << 20;
  private static final int ONE_BLOCK = 64;
  private static final int FEW_COLUMNS = 10;
  private static final int FIRST_BAND = 255;

  private final TokenIds texts;
  private final int[] scratch;
  private final EditSteps steps;

  private EditAligner(TokenIds texts) {
    this.texts = texts;
    this.scratch = new int[texts.size()];
    this.steps = new EditSteps(texts.reference(), texts.hypothesis());
  }

  /// The alignment; empty where finding it would take more than so many steps of 64 cells, because
  /// the texts are long and differ much.
  static Optional<Alignment> align(TokenIds texts, long mostSteps) {
    var aligner = new EditAligner(texts);
    Part whole = new Part(0, texts.reference().length, 0, texts.hypothesis().length).trimmed(texts);
    int most = Math.max(whole.rows(), whole.columns());
    if (!whole.isCut(most)) {
      aligner.align(whole, most, most);
      return Optional.of(aligner.steps.alignment());
    }
    int distance = aligner.distance(whole, mostSteps);
    if (distance < 0) {
      return Optional.empty();
    }
    aligner.align(whole, most, distance);
    return Optional.of(aligner.steps.alignment());
  }

  /// @param bound the bound on edits that decides where a part is cut, as rapidfuzz has it
  /// @param edits a bound on edits that is at least as close
  private void align(Part untrimmed, int bound, int edits) {
    Part part = untrimmed.trimmed(texts);
    int most = Math.max(part.rows(), part.columns());
    int close = Math.min(edits, most);
    if (part.rows() == 0 || part.columns() == 0) {
      steps.delete(part.fromRow(), part.toRow());
      steps.insert(part.fromColumn(), part.toColumn());
    } else if (part.isCut(Math.min(bound, most))) {
      Cut cut = cut(part, close);
      align(part.before(cut), cut.editsBefore(), cut.editsBefore());
      align(part.after(cut), cut.editsAfter(), cut.editsAfter());
    } else {
      alignWhole(part, close);
    }
  }

  private void alignWhole(Part part, int edits) {
    int[] reference = part.reference(texts);
    int[] hypothesis = part.hypothesis(texts);
    TokenMasks masks = TokenMasks.of(reference, texts.size(), scratch);
    new EditTable(reference.length, hypothesis, edits, masks).trace(part, steps);
    masks.close(reference);
  }

  /// The number of edits, by bands that double until they hold it; -1 where that takes too long.
  private int distance(Part part, long mostSteps) {
    int[] reference = part.reference(texts);
    int[] hypothesis = part.hypothesis(texts);
    TokenMasks masks = TokenMasks.of(reference, texts.size(), scratch);
    int most = Math.max(part.rows(), part.columns());
    int found = -1;
    long spent = 0;
    for (long band = Math.max(Math.abs(part.rows() - part.columns()), FIRST_BAND);
        found < 0;
        band = 2 * band + 1) {
      int edits = (int) Math.min(band, most);
      spent += part.columns() * (edits / 64 + 1L);
      if (spent > mostSteps) {
        break;
      }
      int value = lastColumn(reference, hypothesis, edits, masks).bottom();
      found = value <= edits ? value : -1;
    }
    masks.close(reference);
    return found;
  }

  private static EditColumns lastColumn(
      int[] reference, int[] hypothesis, int edits, TokenMasks masks) {
    var columns = new EditColumns(reference.length, hypothesis.length, edits, masks);
    for (int token : hypothesis) {
      columns.advance(token);
    }
    return columns;
  }

  /// The first row of the middle column that a path with the fewest edits goes through.
  private Cut cut(Part part, int edits) {
    int column = part.columns() / 2;
    int[] reference = part.reference(texts);
    int[] hypothesis = part.hypothesis(texts);
    Values before = middle(reference, hypothesis, column, edits);
    reverse(reference);
    reverse(hypothesis);
    Values after = middle(reference, hypothesis, part.columns() - column, edits);
    int from = Math.max(before.first(), part.rows() - after.last());
    int to = Math.min(before.last(), part.rows() - after.first());
    int row = from;
    for (int i = from + 1; i <= to; i++) {
      if (before.at(i) + after.at(part.rows() - i) < before.at(row) + after.at(part.rows() - row)) {
        row = i;
      }
    }
    return new Cut(row, column, before.at(row), after.at(part.rows() - row));
  }

  private Values middle(int[] reference, int[] hypothesis, int column, int edits) {
    TokenMasks masks = TokenMasks.of(reference, texts.size(), scratch);
    var columns = new EditColumns(reference.length, hypothesis.length, edits, masks);
    for (int j = 0; j < column; j++) {
      columns.advance(hypothesis[j]);
    }
    masks.close(reference);
    return new Values(64 * columns.first(), columns.values());
  }

  private static void reverse(int[] tokens) {
    for (int i = 0, j = tokens.length - 1; i < j; i++, j--) {
      int token = tokens[i];
      tokens[i] = tokens[j];
      tokens[j] = token;
    }
  }

  /// Some rows of a column.
  @SuppressWarnings("ArrayRecordComponent") // as fast as can be, and never handed out
  private record Values(int first, int[] values) {
    int last() {
      return first + values.length - 1;
    }

    int at(int row) {
      return values[row - first];
    }
  }

  /// Where a part is cut, and how many edits are on either side.
  record Cut(int row, int column, int editsBefore, int editsAfter) {}

  /// A part of the reference (rows) and of the hypothesis (columns).
  record Part(int fromRow, int toRow, int fromColumn, int toColumn) {

    int rows() {
      return toRow - fromRow;
    }

    int columns() {
      return toColumn - fromColumn;
    }

    int[] reference(TokenIds texts) {
      return Arrays.copyOfRange(texts.reference(), fromRow, toRow);
    }

    int[] hypothesis(TokenIds texts) {
      return Arrays.copyOfRange(texts.hypothesis(), fromColumn, toColumn);
    }

    Part before(Cut cut) {
      return new Part(fromRow, fromRow + cut.row(), fromColumn, fromColumn + cut.column());
    }

    Part after(Cut cut) {
      return new Part(fromRow + cut.row(), toRow, fromColumn + cut.column(), toColumn);
    }

    /// Whether the table is too large to be kept.
    boolean isCut(long bound) {
      long bytes = 2 * Math.min(rows(), 2 * bound + 1) * columns() / 8;
      return bytes >= LARGEST_TABLE_BYTES && rows() > ONE_BLOCK && columns() >= FEW_COLUMNS;
    }

    /// Without equal units at both ends.
    Part trimmed(TokenIds texts) {
      int[] reference = texts.reference();
      int[] hypothesis = texts.hypothesis();
      int left = 0;
      int shorter = Math.min(rows(), columns());
      while (left < shorter && reference[fromRow + left] == hypothesis[fromColumn + left]) {
        left++;
      }
      int right = 0;
      while (right < shorter - left
          && reference[toRow - 1 - right] == hypothesis[toColumn - 1 - right]) {
        right++;
      }
      return new Part(fromRow + left, toRow - right, fromColumn + left, toColumn - right);
    }
  }
}
