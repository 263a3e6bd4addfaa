package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;

/// Whisper's normaliser for English: that for all languages, and contractions written out, numbers
/// in digits, American spelling. Source:
/// https://github.com/openai/whisper/blob/main/whisper/normalizers/english.py
///
/// @param spelling British and American spellings
public record WhisperEnglish(SpellingTable spelling) implements TranscriptNormalizer {

  private static final String CURRENCIES = "$¢€£";
  private static final String KEPT = ".%" + CURRENCIES;

  @Override
  public String normalize(String text) {
    String plain = Brackets.withoutTags(PythonText.lower(text));
    plain = Contractions.writeOut(Brackets.withoutParentheses(plain));
    plain = withoutFullStops(withoutCommasInNumbers(plain));
    plain = Symbols.withDiacriticsToSpaces(plain, KEPT);
    plain = spelling.american(EnglishNumbers.inDigits(plain));
    return Spaces.single(withoutLonePercents(withoutLoneSymbols(plain)));
  }

  /// `(\d),(\d)` without the comma; each digit counts for one comma only.
  private static String withoutCommasInNumbers(String text) {
    var kept = new StringBuilder(text.length());
    int from = 0;
    int used = 0;
    for (int at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
      if (at > used
          && at + 1 < text.length()
          && Character.isDigit(text.codePointBefore(at))
          && Character.isDigit(text.codePointAt(at + 1))) {
        kept.append(text, from, at);
        from = at + 1;
        used = at + 1 + Character.charCount(text.codePointAt(at + 1));
      }
    }
    return from == 0 ? text : kept.append(text, from, text.length()).toString();
  }

  /// `\.([^0-9]|$)` with a space for the full stop.
  private static String withoutFullStops(String text) {
    return text.indexOf('.') < 0 ? text : spaceForEach(text, ".", true);
  }

  /// `[.$¢€£]([^0-9])` with a space for the symbol.
  private static String withoutLoneSymbols(String text) {
    return spaceForEach(text, "." + CURRENCIES, false);
  }

  /// A symbol and what follows are used up together: of two full stops the second one stays.
  private static String spaceForEach(String text, String symbols, boolean atEnd) {
    var spaced = new StringBuilder(text);
    for (int i = 0; i < spaced.length(); i++) {
      boolean last = i + 1 == spaced.length();
      if (symbols.indexOf(spaced.charAt(i)) >= 0
          && (last ? atEnd : !Letters.isDigit(spaced.charAt(i + 1)))) {
        spaced.setCharAt(i++, ' ');
      }
    }
    return spaced.toString();
  }

  /// `([^0-9])%` with a space for the percent sign.
  private static String withoutLonePercents(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var spaced = new StringBuilder(text);
    for (int i = 0; i + 1 < spaced.length(); i++) {
      if (!Letters.isDigit(spaced.charAt(i)) && spaced.charAt(i + 1) == '%') {
        spaced.setCharAt(++i, ' ');
      }
    }
    return spaced.toString();
  }
}
