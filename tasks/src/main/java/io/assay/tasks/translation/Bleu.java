package io.assay.tasks.translation;

import io.assay.tasks.metric.AdditiveMetric.Statistic;
import io.assay.tasks.text.PythonText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// BLEU (Papineni et al. 2002): how many of the n-grams that were written are in a reference, with
/// a penalty for writing less than the reference.
///
/// @param tokenizer what splits texts into words
/// @param lowercase compare in lower case
/// @param smoothing what is done about orders without matches
/// @param maxOrder the longest n-grams that count
/// @param effectiveOrder leave out orders for which nothing was long enough, for single segments
public record Bleu(
    BleuTokenizer tokenizer,
    boolean lowercase,
    Smoothing smoothing,
    int maxOrder,
    boolean effectiveOrder)
    implements CorpusMetric {

  /// sacreBLEU's defaults for a corpus.
  public static final Bleu DEFAULT =
      new Bleu(BleuTokenizer.V13A, false, Smoothing.EXPONENTIAL, 4, false);

  /// What the logarithm of 0 is taken for.
  private static final double LOG_OF_ZERO = -9999999999.0;

  public Bleu {
    if (maxOrder < 1 || maxOrder > 100) {
      throw new IllegalArgumentException(
          "longest n-grams of BLEU have " + maxOrder + " words, expected 1 to 100");
    }
  }

  /// The same with other treatment of short segments.
  public Bleu withEffectiveOrder(boolean effective) {
    return new Bleu(tokenizer, lowercase, smoothing, maxOrder, effective);
  }

  @Override
  public List<Statistic> statistics() {
    Stream<String> lengths = Stream.of("words", "reference_words");
    Stream<String> counts =
        Stream.of("matches_", "ngrams_")
            .flatMap(each -> IntStream.rangeClosed(1, maxOrder).mapToObj(order -> each + order));
    return Stream.concat(lengths, counts).map(Statistic::count).toList();
  }

  @Override
  public double[] statistics(String hypothesis, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("BLEU needs a reference");
    }
    var ids = new WordIds();
    int[] words = ids.of(prepared(hypothesis));
    List<int[]> expected = references.stream().map(each -> ids.of(prepared(each))).toList();
    long[] matches = new NgramMatches(words, maxOrder).inAnyOf(expected);
    var statistics = new double[2 + 2 * maxOrder];
    statistics[0] = words.length;
    statistics[1] = nearestLength(words.length, expected);
    for (int order = 1; order <= maxOrder; order++) {
      statistics[1 + order] = matches[order - 1];
      statistics[1 + maxOrder + order] = NgramMatches.count(words.length, order);
    }
    return statistics;
  }

  private String prepared(String text) {
    return tokenizer.tokenize(PythonText.stripEnd(lowercase ? PythonText.lower(text) : text));
  }

  /// The length of the reference that is nearest in length, the shorter one of two.
  private static int nearestLength(int length, List<int[]> references) {
    int nearest = references.getFirst().length;
    for (int[] reference : references) {
      int nearer = Math.abs(length - reference.length) - Math.abs(length - nearest);
      if (nearer < 0 || (nearer == 0 && reference.length < nearest)) {
        nearest = reference.length;
      }
    }
    return nearest;
  }

  @Override
  public double score(double[] sums) {
    return details(sums).score();
  }

  @Override
  public double segmentScore(double[] statistics) {
    return withEffectiveOrder(true).score(statistics);
  }

  /// The score of summed statistics with everything that it was made of.
  public BleuScore details(double[] sums) {
    double[] counts = Arrays.copyOfRange(sums, 2, 2 + maxOrder);
    double[] totals = Arrays.copyOfRange(sums, 2 + maxOrder, 2 + 2 * maxOrder);
    var precisions = new double[maxOrder];
    double penalty = brevityPenalty(sums[0], sums[1]);
    boolean matched = Arrays.stream(counts).anyMatch(count -> count != 0);
    int order = matched ? fillPrecisions(counts, totals, precisions) : maxOrder;
    double score = matched ? penalty * Math.exp(sumOfLogs(precisions, order) / order) : 0;
    return new BleuScore(
        score, list(precisions), list(counts), list(totals), penalty, sums[0], sums[1]);
  }

  private static double brevityPenalty(double length, double referenceLength) {
    if (length >= referenceLength) {
      return 1;
    }
    return length > 0 ? Math.exp(1 - referenceLength / length) : 0;
  }

  /// @return how many orders count
  private int fillPrecisions(double[] counts, double[] totals, double[] precisions) {
    int effective = maxOrder;
    double halving = 1;
    for (int i = 0; i < maxOrder; i++) {
      if (smoothing.adds() && i > 0) {
        counts[i] += smoothing.value();
        totals[i] += smoothing.value();
      }
      if (totals[i] == 0) {
        break;
      }
      effective = effectiveOrder ? i + 1 : effective;
      if (counts[i] != 0) {
        precisions[i] = 100.0 * counts[i] / totals[i];
      } else if (smoothing.halves()) {
        halving *= 2;
        precisions[i] = 100.0 / (halving * totals[i]);
      } else if (smoothing.floors()) {
        precisions[i] = 100.0 * smoothing.value() / totals[i];
      }
    }
    return effective;
  }

  private static double sumOfLogs(double[] precisions, int order) {
    double sum = 0;
    for (int i = 0; i < order; i++) {
      sum += precisions[i] == 0 ? LOG_OF_ZERO : Math.log(precisions[i]);
    }
    return sum;
  }

  private static List<Double> list(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  @Override
  public String explain(double[] statistics) {
    var text = new StringBuilder("matched n-grams");
    for (int order = 1; order <= maxOrder; order++) {
      text.append(order == 1 ? " " : ", ")
          .append((long) statistics[1 + order])
          .append('/')
          .append((long) statistics[1 + maxOrder + order]);
    }
    double penalty = brevityPenalty(statistics[0], statistics[1]);
    return text.append("; ")
        .append((long) statistics[0])
        .append(" words, reference ")
        .append((long) statistics[1])
        .append(String.format(Locale.ROOT, ", brevity penalty %.3f", penalty))
        .toString();
  }

  @Override
  public String signature(String references) {
    return "nrefs:"
        + references
        + "|case:"
        + (lowercase ? "lc" : "mixed")
        + "|eff:"
        + (effectiveOrder ? "yes" : "no")
        + "|tok:"
        + tokenizer.label()
        + "|smooth:"
        + smoothing.signature()
        + "|version:"
        + VERSION;
  }
}
