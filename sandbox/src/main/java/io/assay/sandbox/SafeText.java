package io.assay.sandbox;

/// Text of a program, made fit to be stored and shown.
final class SafeText {

  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /// The text with U+FFFD for halves of surrogate pairs and for control characters other than line
  /// breaks and tabs.
  static String of(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(each -> safe.appendCodePoint(isSafe(each) ? each : REPLACEMENT));
    return safe.toString();
  }

  private static boolean isSafe(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    boolean layout = codePoint == '\n' || codePoint == '\t';
    return layout || !(half || Character.isISOControl(codePoint));
  }
}
