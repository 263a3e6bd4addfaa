package io.assay.tasks.translation;

import io.assay.tasks.metric.AdditiveMetric.Statistic;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// chrF (Popović 2015): the F-score of character n-grams, averaged over their lengths; with word
/// n-grams besides it is chrF++ (Popović 2017). Of several references that one counts which gives
/// the segment its best score.
///
/// @param charOrder the longest character n-grams
/// @param wordOrder the longest word n-grams; 0 for chrF, 2 for chrF++
/// @param beta how many times more recall counts than precision
/// @param lowercase compare in lower case
/// @param whitespace keep white space in character n-grams
/// @param epsSmoothing average F-scores of all orders, where nothing counts as 1e-16, in place of
///   precisions and recalls of those orders that both texts have
public record Chrf(
    int charOrder,
    int wordOrder,
    double beta,
    boolean lowercase,
    boolean whitespace,
    boolean epsSmoothing)
    implements CorpusMetric {

  /// sacreBLEU's defaults.
  public static final Chrf DEFAULT = new Chrf(6, 0, 2, false, false, false);

  /// chrF++ with sacreBLEU's defaults.
  public static final Chrf PLUS_PLUS = new Chrf(6, 2, 2, false, false, false);

  private static final double EPSILON = 1e-16;

  public Chrf {
    if (Math.min(charOrder, wordOrder) < 0
        || Math.max(charOrder, wordOrder) < 1
        || Math.max(charOrder, wordOrder) > 100) {
      throw new IllegalArgumentException(
          "longest n-grams of chrF have "
              + charOrder
              + " characters and "
              + wordOrder
              + " words, expected 0 to 100, not both 0");
    }
  }

  /// As the field writes it: `chrF2`, `chrF2++`.
  public String name() {
    boolean whole = beta == Math.rint(beta) && Math.abs(beta) < 1e15;
    return "chrF" + (whole ? Long.toString((long) beta) : beta) + "+".repeat(wordOrder);
  }

  @Override
  public List<Statistic> statistics() {
    return IntStream.range(0, charOrder + wordOrder)
        .mapToObj(i -> i < charOrder ? "char_" + (i + 1) : "word_" + (i + 1 - charOrder))
        .flatMap(each -> Stream.of("ngrams_" + each, "reference_ngrams_" + each, "matches_" + each))
        .map(Statistic::count)
        .toList();
  }

  @Override
  public double[] statistics(String hypothesis, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("chrF needs a reference");
    }
    var ids = new WordIds();
    Tokens tokens = tokens(hypothesis, ids);
    var characters = new NgramMatches(tokens.characters(), charOrder);
    var words = new NgramMatches(tokens.words(), wordOrder);
    double[] best = {};
    double bestScore = -1;
    for (String reference : references) {
      Tokens expected = tokens(reference, ids);
      var statistics = new double[3 * (charOrder + wordOrder)];
      fill(statistics, 0, tokens.characters(), expected.characters(), characters);
      fill(statistics, charOrder, tokens.words(), expected.words(), words);
      double score = score(statistics);
      if (score > bestScore) {
        best = statistics;
        bestScore = score;
      }
    }
    return best;
  }

  private static void fill(
      double[] statistics, int from, int[] tokens, int[] expected, NgramMatches ngrams) {
    long[] matches = ngrams.in(expected);
    for (int i = 0; i < matches.length; i++) {
      long references = NgramMatches.count(expected.length, i + 1);
      int at = 3 * (from + i);
      statistics[at] = references == 0 ? 0 : NgramMatches.count(tokens.length, i + 1);
      statistics[at + 1] = references;
      statistics[at + 2] = matches[i];
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // as fast as can be, and never handed out
  private record Tokens(int[] characters, int[] words) {}

  private Tokens tokens(String text, WordIds ids) {
    String prepared = lowercase ? PythonText.lower(text) : text;
    int[] words = wordOrder > 0 ? ids.of(ChrfWords.of(prepared)) : new int[0];
    return new Tokens(charOrder > 0 ? characters(prepared) : new int[0], words);
  }

  private int[] characters(String text) {
    var kept = new int[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (whitespace || !PythonText.isSpace(codePoint)) {
        kept[size++] = codePoint;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /// Every operation is in the order of the reference, since rounding decides between references
  /// that are equally good.
  @Override
  public double score(double[] sums) {
    return epsSmoothing ? meanOfScores(sums) : scoreOfMeans(sums);
  }

  private double meanOfScores(double[] sums) {
    int orders = charOrder + wordOrder;
    double sum = 0;
    for (int i = 0; i < orders; i++) {
      double matches = sums[3 * i + 2];
      double precision = sums[3 * i] > 0 ? matches / sums[3 * i] : EPSILON;
      double recall = sums[3 * i + 1] > 0 ? matches / sums[3 * i + 1] : EPSILON;
      double denominator = beta * beta * precision + recall;
      sum += denominator > 0 ? (1 + beta * beta) * precision * recall / denominator : EPSILON;
    }
    return 100 * sum / orders;
  }

  private double scoreOfMeans(double[] sums) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int i = 0; i < charOrder + wordOrder; i++) {
      if (sums[3 * i] > 0 && sums[3 * i + 1] > 0) {
        precision += sums[3 * i + 2] / sums[3 * i];
        recall += sums[3 * i + 2] / sums[3 * i + 1];
        orders++;
      }
    }
    return precision + recall == 0 ? 0 : f(precision / orders, recall / orders);
  }

  private double f(double precision, double recall) {
    double factor = beta * beta;
    return 100 * ((1 + factor) * precision * recall / (factor * precision + recall));
  }

  @Override
  public String explain(double[] statistics) {
    var orders = new ArrayList<String>();
    for (int i = 0; i < charOrder + wordOrder; i++) {
      orders.add(
          (long) statistics[3 * i + 2]
              + " of "
              + (long) statistics[3 * i]
              + " and "
              + (long) statistics[3 * i + 1]);
    }
    String words = wordOrder == 0 ? "" : ", words 1 to " + wordOrder;
    return orders.stream()
        .collect(
            Collectors.joining(
                "; ",
                "n-grams shared by answer and target (characters 1 to " + charOrder + words + "): ",
                ""));
  }

  @Override
  public String signature(String references) {
    return "nrefs:"
        + references
        + "|case:"
        + (lowercase ? "lc" : "mixed")
        + "|eff:"
        + (epsSmoothing ? "no" : "yes")
        + "|nc:"
        + charOrder
        + "|nw:"
        + wordOrder
        + "|space:"
        + (whitespace ? "yes" : "no")
        + "|version:"
        + VERSION;
  }
}
