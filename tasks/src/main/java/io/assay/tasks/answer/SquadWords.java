package io.assay.tasks.answer;

import io.assay.tasks.text.LastReadings;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The words of an answer as SQuAD's evaluation sees them: in lower case, without ASCII
/// punctuation, without articles, split at white space. In that order: `the-cat` is one word,
/// `thecat`.
final class SquadWords {

  private static final LastReadings<List<String>> LAST = new LastReadings<>(SquadWords::read);

  private static final LastReadings<String> LAST_SHOWN =
      new LastReadings<>(text -> shown(of(text)));

  private static final int SHOWN = 200;

  private final List<String> words = new ArrayList<>();
  private final char[] token;
  private int length;
  private boolean wordCharactersOnly = true;

  private SquadWords(int capacity) {
    token = new char[capacity];
  }

  /// The words, in order.
  static List<String> of(String text) {
    return LAST.of(text);
  }

  /// The words of a text for people.
  static String shown(String text) {
    return LAST_SHOWN.of(text);
  }

  /// Words for people.
  static String shown(List<String> words) {
    return PythonText.excerpt(String.join(" ", words), SHOWN);
  }

  private static List<String> read(String text) {
    String lower = PythonText.lower(text);
    var reader = new SquadWords(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      reader.read(lower.charAt(i));
    }
    reader.endToken();
    return Collections.unmodifiableList(reader.words);
  }

  private void read(char character) {
    if (character < 0x80) {
      readAscii(character);
    } else if (PythonText.isSpace(character)) {
      endToken();
    } else {
      token[length++] = character;
      wordCharactersOnly &= PythonText.isWordCharacter(character);
    }
  }

  private void readAscii(char character) {
    if (PythonText.isAsciiPunctuation(character)) {
      return;
    }
    if (PythonText.isSpace(character)) {
      endToken();
    } else {
      token[length++] = character;
      wordCharactersOnly &= character > ' ' && character != 0x7F; // else a control character
    }
  }

  private void endToken() {
    if (length > 0) {
      if (wordCharactersOnly) {
        addUnlessArticle(0, length);
      } else {
        splitAtArticles();
      }
    }
    length = 0;
    wordCharactersOnly = true;
  }

  private void addUnlessArticle(int from, int to) {
    if (!isArticle(from, to)) {
      words.add(new String(token, from, to - from));
    }
  }

  /// An article between characters that are neither word nor space, as in `“the“`, leaves a space.
  private void splitAtArticles() {
    int pieceStart = 0;
    for (int at = 0; at < length; ) {
      int end = wordEnd(at);
      if (end > at && isArticle(at, end)) {
        addPiece(pieceStart, at);
        pieceStart = end;
      }
      at = end > at ? end : at + Character.charCount(codePoint(at));
    }
    addPiece(pieceStart, length);
  }

  private void addPiece(int from, int to) {
    if (to > from) {
      words.add(new String(token, from, to - from));
    }
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < length && PythonText.isWordCharacter(codePoint(end))) {
      end += Character.charCount(codePoint(end));
    }
    return end;
  }

  private int codePoint(int at) {
    return Character.codePointAt(token, at, length);
  }

  private boolean isArticle(int from, int to) {
    return switch (to - from) {
      case 1 -> token[from] == 'a';
      case 2 -> token[from] == 'a' && token[from + 1] == 'n';
      case 3 -> token[from] == 't' && token[from + 1] == 'h' && token[from + 2] == 'e';
      default -> false;
    };
  }
}
