package io.assay.tasks.text;

/// A text that gives up after it was read too often. Bounds the work of a regular expression in a
/// way that does not depend on the machine.
final class CountedText implements CharSequence {

  private static final long FREE_READS = 20_000_000;
  private static final long READS_PER_CHARACTER = 20;

  private final String text;
  private long left;

  CountedText(String text) {
    this.text = text;
    this.left = FREE_READS + READS_PER_CHARACTER * text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new TooManyReads();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /// The bound was reached.
  static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyReads() {
      super("regular expression reads its text too often", null, false, false);
    }
  }
}
