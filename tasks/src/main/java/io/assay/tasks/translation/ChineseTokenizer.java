package io.assay.tasks.translation;

import io.assay.tasks.text.PythonText;

/// sacreBLEU's `zh`: spaces around each Chinese character, then the steps of `13a` without
/// entities.
final class ChineseTokenizer implements Tokenizer {

  /// First and last characters of the ranges that count as Chinese. The third and fourth rows are
  /// what the reference's supplementary ranges amount to: it writes U+20000 as a text of two
  /// characters, so that dashes, quotes, arrows and currency signs are split and rare characters
  /// beyond U+FFFF are not.
  private static final CharacterRanges CHINESE =
      new CharacterRanges(
          0x3400, 0x4DB5, // ideographs, extension A
          0x4E00, 0x9FBB, // ideographs
          0x2001, 0x2A6D,
          0x2F81, 0x2FA1,
          0xF900, 0xFA2D, // compatibility ideographs
          0xFA30, 0xFA6A,
          0xFA70, 0xFAD9,
          0xFF00, 0xFFEF, // full-width ASCII, half-width kana
          0x2E80, 0x2EFF, // radicals
          0x3000, 0x303F, // punctuation
          0x31C0, 0x31EF, // strokes
          0x2F00, 0x2FDF, // Kangxi radicals
          0x2FF0, 0x2FFF, // structure of characters
          0x3100, 0x312F, // phonetic symbols
          0x31A0, 0x31BF,
          0xFE10, 0xFE1F, // vertical forms
          0xFE30, 0xFE4F,
          0x2600, 0x27BF, // symbols and dingbats
          0x3200, 0x33FF); // enclosed letters, squared words

  @Override
  public String tokenize(String text) {
    String spaced = CHINESE.spaceAround(PythonText.strip(text));
    return Western.splitAroundDigits(Western.spaceAroundPunctuation(spaced));
  }
}
