package io.assay.tasks.translation;

import io.assay.tasks.text.PythonText;

/// The tokenizer of TER, as sacreBLEU gives it after the original Tercom. Beyond what is listed the
/// reference has rules for a possessive at the very end and for runs of kana; both look for the
/// beginning or end of a text that was surrounded with spaces before, so they never apply.
///
/// @param normalized join lines, resolve entities, split off punctuation
/// @param noPunct delete common punctuation
/// @param asianSupport split Chinese and Japanese characters when normalizing; delete their
///   punctuation too where punctuation is deleted
/// @param caseSensitive keep upper case
public record TercomTokenizer(
    boolean normalized, boolean noPunct, boolean asianSupport, boolean caseSensitive)
    implements Tokenizer {

  private static final CharacterRanges PUNCTUATION = CharacterRanges.of(".,?:;!\"()");

  private static final CharacterRanges ASIAN_PUNCTUATION =
      new CharacterRanges(
              0x3001, 0x3002, 0x3008, 0x3011, 0x3014, 0x301F, 0x30FB, 0x30FB, 0xFF61, 0xFF65)
          .and(CharacterRanges.of("\uFF0E\uFF0C\uFF1F\uFF1A\uFF1B\uFF01\uFF02\uFF08\uFF09"));

  /// The range from U+3200 was meant to end at U+32FF; the reference's digits are swapped.
  private static final CharacterRanges ASIAN =
      new CharacterRanges(
              0x4E00, 0x9FFF, // ideographs
              0x3400, 0x4DBF, // extension A
              0x31C0, 0x31EF, // strokes
              0x2E80, 0x2EFF, // radicals
              0x3300, 0x33FF, // squared words
              0xF900, 0xFAFF, // compatibility ideographs
              0xFE30, 0xFE4F, // vertical forms
              0x3200, 0x3F22)
          .and(ASIAN_PUNCTUATION);

  /// Words in lower case, nothing else changed.
  public static final TercomTokenizer DEFAULT = new TercomTokenizer(false, false, false, false);

  @Override
  public String tokenize(String text) {
    String line = caseSensitive ? text : PythonText.lower(text);
    if (normalized) {
      line = western(line);
      line = asianSupport ? ASIAN.spaceAround(line) : line;
    }
    if (noPunct) {
      line = PUNCTUATION.deleteFrom(line);
      line = asianSupport ? ASIAN_PUNCTUATION.deleteFrom(line) : line;
    }
    return line;
  }

  private static String western(String text) {
    String joined = text.replace("\n-", "").replace('\n', ' ');
    String line = " " + Western.unescape(joined) + " ";
    String spaced = Western.spaceAroundPunctuation(line).replace("'s ", " 's ");
    return Western.splitAroundDigits(spaced);
  }
}
