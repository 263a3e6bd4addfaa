package io.assay.tasks.translation;

import io.assay.tasks.text.UnknownName;
import java.util.List;
import java.util.stream.Stream;

/// The tokenizers that sacreBLEU offers for BLEU and that need no model. They expect a text without
/// white space at its end.
@SuppressWarnings("ImmutableEnumChecker") // tokenizers are functions without state
public enum BleuTokenizer implements Tokenizer {
  /// That of the official BLEU script `mteval-v13a.pl`, which WMT uses.
  V13A("13a", new MtevalTokenizer()),
  /// That of `mteval-v14.pl --international-tokenization`: splits at Unicode punctuation and
  /// symbols.
  INTL("intl", new InternationalTokenizer()),
  /// Every character is a token.
  CHAR("char", new CharacterTokenizer()),
  /// Every Chinese character is a token; the rest as `13a` without entities.
  ZH("zh", new ChineseTokenizer()),
  /// The text is tokenized already.
  NONE("none", text -> text);

  private final String label;
  private final Tokenizer tokenizer;

  BleuTokenizer(String label, Tokenizer tokenizer) {
    this.label = label;
    this.tokenizer = tokenizer;
  }

  /// Its name in signatures and parameters.
  public String label() {
    return label;
  }

  /// The names of all.
  public static List<String> labels() {
    return Stream.of(values()).map(BleuTokenizer::label).toList();
  }

  /// The tokenizer of a name.
  ///
  /// @throws UnknownName where there is none
  public static BleuTokenizer of(String label) {
    return Stream.of(values())
        .filter(each -> each.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new UnknownName("tokenizer", label, labels()));
  }

  @Override
  public String tokenize(String text) {
    return tokenizer.tokenize(text);
  }
}
