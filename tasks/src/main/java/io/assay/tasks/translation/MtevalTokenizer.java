package io.assay.tasks.translation;

/// sacreBLEU's `13a`: the minimal tokenization of the official script `mteval-v13a.pl`.
final class MtevalTokenizer implements Tokenizer {

  @Override
  public String tokenize(String text) {
    String joined = text.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
    String line = " " + Western.unescape(joined) + " ";
    return Western.splitAroundDigits(Western.spaceAroundPunctuation(line));
  }
}
