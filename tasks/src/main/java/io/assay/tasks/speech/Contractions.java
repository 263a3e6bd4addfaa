package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;
import java.util.List;

/// Leaves out fillers and writes English contractions and titles in full, as Whisper's normaliser
/// does and in its order.
final class Contractions {

  private static final List<Phrase> FILLERS =
      List.of(
          Phrase.word("hmm", ""),
          Phrase.word("mm", ""),
          Phrase.word("mhm", ""),
          Phrase.word("mmm", ""),
          Phrase.word("uh", ""),
          Phrase.word("um", ""));

  private static final List<Phrase> CONTRACTED =
      List.of(
          Phrase.word("won't", "will not"),
          Phrase.word("can't", "can not"),
          Phrase.word("let's", "let us"),
          Phrase.word("ain't", "aint"),
          Phrase.word("y'all", "you all"));

  private static final List<Phrase> SLURRED =
      List.of(
          Phrase.word("wanna", "want to"),
          Phrase.word("gotta", "got to"),
          Phrase.word("gonna", "going to"),
          Phrase.word("i'ma", "i am going to"),
          Phrase.word("imma", "i am going to"),
          Phrase.word("woulda", "would have"),
          Phrase.word("coulda", "could have"),
          Phrase.word("shoulda", "should have"),
          Phrase.word("ma'am", "madam"));

  private static final List<Phrase> TITLES =
      List.of(
          Phrase.word("mr", "mister "),
          Phrase.word("mrs", "missus "),
          Phrase.word("st", "saint "),
          Phrase.word("dr", "doctor "),
          Phrase.word("prof", "professor "),
          Phrase.word("capt", "captain "),
          Phrase.word("gov", "governor "),
          Phrase.word("ald", "alderman "),
          Phrase.word("gen", "general "),
          Phrase.word("sen", "senator "),
          Phrase.word("rep", "representative "),
          Phrase.word("pres", "president "),
          Phrase.word("rev", "reverend "),
          Phrase.word("hon", "honorable "),
          Phrase.word("asst", "assistant "),
          Phrase.word("assoc", "associate "),
          Phrase.word("lt", "lieutenant "),
          Phrase.word("col", "colonel "),
          Phrase.word("jr", "junior "),
          Phrase.word("sr", "senior "),
          Phrase.word("esq", "esquire "));

  private static final List<Phrase> ENDINGS =
      List.of(
          Phrase.ending("'d been", " had been"),
          Phrase.ending("'s been", " has been"),
          Phrase.ending("'d gone", " had gone"),
          Phrase.ending("'s gone", " has gone"),
          Phrase.ending("'d done", " had done"),
          Phrase.ending("'s got", " has got"),
          Phrase.ending("n't", " not"),
          Phrase.ending("'re", " are"),
          Phrase.ending("'s", " is"),
          Phrase.ending("'d", " would"),
          Phrase.ending("'ll", " will"),
          Phrase.ending("'t", " not"),
          Phrase.ending("'ve", " have"),
          Phrase.ending("'m", " am"));

  private Contractions() {}

  /// @param text in lower case
  static String writeOut(String text) {
    String plain = withoutSpaceBeforeApostrophes(replace(FILLERS, text));
    boolean apostrophes = plain.indexOf('\'') >= 0;
    plain = apostrophes ? replace(CONTRACTED, plain) : plain;
    plain = replace(TITLES, replace(SLURRED, plain));
    return apostrophes ? replace(ENDINGS, plain) : plain;
  }

  private static String replace(List<Phrase> phrases, String text) {
    String replaced = text;
    for (Phrase phrase : phrases) {
      replaced = phrase.replaceIn(replaced);
    }
    return replaced;
  }

  private static String withoutSpaceBeforeApostrophes(String text) {
    if (text.indexOf('\'') < 0) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      int end = kept.length();
      while (character == '\'' && end > 0 && PythonText.isSpace(kept.charAt(end - 1))) {
        end--;
      }
      kept.setLength(end);
      kept.append(character);
    }
    return kept.toString();
  }
}
