package io.assay.tasks.edit;

/// How many of each kind of edit turn one text into another in as few edits as possible.
///
/// @param equal characters that stay
/// @param replace characters that become others
/// @param insert characters of the second text alone
/// @param delete characters of the first text alone
public record EditCounts(int equal, int replace, int insert, int delete) {

  /// Of the many shortest ways it is the one that rapidfuzz takes, see [Alignment].
  public static EditCounts of(int[] a, int[] b) {
    return new Alignment().align(a, b, Math.max(a.length, b.length));
  }

  EditCounts plus(EditCounts other) {
    return new EditCounts(
        equal + other.equal, replace + other.replace, insert + other.insert, delete + other.delete);
  }
}
