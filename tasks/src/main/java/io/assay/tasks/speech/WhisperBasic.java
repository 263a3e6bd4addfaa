package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whisper's normaliser for all languages: lower case, nothing in brackets, spaces for marks,
/// symbols and punctuation. The result may begin or end with a space. Source:
/// https://github.com/openai/whisper/blob/main/whisper/normalizers/basic.py
///
/// @param removeDiacritics whether diacritics disappear instead of becoming spaces
/// @param splitLetters whether every character becomes a word, for scripts without spaces
public record WhisperBasic(boolean removeDiacritics, boolean splitLetters)
    implements TranscriptNormalizer {

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  @Override
  public String normalize(String text) {
    String plain = Brackets.withoutTags(PythonText.lower(text));
    plain = Brackets.withoutParentheses(plain);
    plain = removeDiacritics ? Symbols.withDiacriticsToSpaces(plain, "") : Symbols.toSpaces(plain);
    plain = PythonText.lower(plain);
    return Spaces.single(splitLetters ? split(plain) : plain);
  }

  private static String split(String text) {
    var split = new StringJoiner(" ");
    Matcher characters = CHARACTER.matcher(text);
    while (characters.find()) {
      split.add(characters.group());
    }
    return split.toString();
  }
}
