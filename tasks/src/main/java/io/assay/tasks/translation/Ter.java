package io.assay.tasks.translation;

import io.assay.tasks.metric.AdditiveMetric.Statistic;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Locale;

/// Translation edit rate (Snover et al. 2006): how many words must be inserted, deleted, replaced
/// or moved in runs to get to the nearest reference, for each word of the references' mean length.
/// Can exceed 100 percent.
///
/// @param tokenizer what is done to texts before they are split at white space
public record Ter(TercomTokenizer tokenizer) implements CorpusMetric {

  /// sacreBLEU's defaults.
  public static final Ter DEFAULT = new Ter(TercomTokenizer.DEFAULT);

  @Override
  public List<Statistic> statistics() {
    return List.of(Statistic.count("edits"), new Statistic("reference_words", 16));
  }

  @Override
  public double[] statistics(String hypothesis, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("TER needs a reference");
    }
    var ids = new WordIds();
    int[] words = ids.of(prepared(hypothesis));
    long fewest = Long.MAX_VALUE;
    long lengths = 0;
    for (String reference : references) {
      int[] expected = ids.of(preparedTwice(reference));
      fewest = Math.min(fewest, TranslationEdits.count(words, expected));
      lengths += expected.length;
    }
    return new double[] {fewest, (double) lengths / references.size()};
  }

  private String prepared(String text) {
    return tokenizer.tokenize(PythonText.stripEnd(text));
  }

  /// sacreBLEU prepares references a second time, from what the first time left with single spaces.
  /// That makes a difference where other white space kept a rule from applying the first time, such
  /// as a no-break space after a possessive.
  private String preparedTwice(String text) {
    String once = prepared(text);
    return tokenizer.normalized()
        ? tokenizer.tokenize(String.join(" ", PythonText.split(once)))
        : once;
  }

  @Override
  public double score(double[] sums) {
    double edits = sums[0];
    double length = sums[1];
    return length > 0 ? 100 * (edits / length) : edits > 0 ? 100 : 0;
  }

  @Override
  public String explain(double[] statistics) {
    long edits = (long) statistics[0];
    String unit = edits == 1 ? "edit" : "edits";
    return String.format(Locale.ROOT, "%d %s for %.2f reference words", edits, unit, statistics[1]);
  }

  @Override
  public String signature(String references) {
    return "nrefs:"
        + references
        + "|case:"
        + (tokenizer.caseSensitive() ? "mixed" : "lc")
        + "|tok:tercom|norm:"
        + yes(tokenizer.normalized())
        + "|punct:"
        + yes(!tokenizer.noPunct())
        + "|asian:"
        + yes(tokenizer.asianSupport())
        + "|version:"
        + VERSION;
  }

  private static String yes(boolean flag) {
    return flag ? "yes" : "no";
  }
}
