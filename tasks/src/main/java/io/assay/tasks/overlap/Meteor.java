package io.assay.tasks.overlap;

import io.assay.tasks.text.PythonText;
import io.assay.tasks.translation.WordIds;
import java.util.Arrays;
import java.util.List;

/// METEOR (Lavie and Agarwal 2007) in the way of NLTK, with its first two stages: words match where
/// they are equal in lower case, and of the rest where their stems are. Synonyms, NLTK's third
/// stage, need WordNet and are left out, so values can be lower than NLTK's.
///
/// @param alpha the weight of precision against recall
/// @param beta how steeply the penalty grows with fragmentation
/// @param gamma the largest penalty
public record Meteor(double alpha, double beta, double gamma) {

  /// NLTK's defaults.
  public static final Meteor DEFAULT = new Meteor(0.9, 3, 0.5);

  private static final int UNMATCHED = -1;

  /// What METEOR of one reference is made of.
  ///
  /// @param score METEOR, from 0 to 1
  /// @param matches matched words
  /// @param chunks runs of matched words that are adjacent in both texts
  public record Match(double score, int matches, int chunks) {}

  /// The best match with any reference.
  ///
  /// @param hypothesis the words that were written
  /// @param references the words of each reference
  /// @throws IllegalArgumentException where there is no reference
  public Match best(List<String> hypothesis, List<List<String>> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("METEOR needs a reference");
    }
    Match best = match(hypothesis, references.getFirst());
    for (List<String> reference : references.subList(1, references.size())) {
      Match match = match(hypothesis, reference);
      best = match.score() > best.score() ? match : best;
    }
    return best;
  }

  private Match match(List<String> hypothesis, List<String> reference) {
    int[] positions = align(lower(hypothesis), lower(reference));
    int matches = (int) Arrays.stream(positions).filter(each -> each != UNMATCHED).count();
    int chunks = chunks(positions);
    double precision = (double) matches / hypothesis.size();
    double recall = (double) matches / reference.size();
    double denominator = alpha * precision + (1 - alpha) * recall;
    if (matches == 0 || denominator == 0) {
      return new Match(0, matches, chunks);
    }
    double penalty = gamma * Math.pow((double) chunks / matches, beta);
    return new Match((1 - penalty) * (precision * recall / denominator), matches, chunks);
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(PythonText::lower).toList();
  }

  /// For each word of the hypothesis the place of its match in the reference.
  private static int[] align(List<String> hypothesis, List<String> reference) {
    var positions = new int[hypothesis.size()];
    Arrays.fill(positions, UNMATCHED);
    var used = new boolean[reference.size()];
    match(hypothesis, reference, positions, used);
    match(stems(hypothesis), stems(reference), positions, used);
    return positions;
  }

  private static List<String> stems(List<String> words) {
    return words.stream().map(PorterStemmer::stem).toList();
  }

  /// From the end, matches each free word with the last free equal one.
  private static void match(
      List<String> hypothesis, List<String> reference, int[] positions, boolean[] used) {
    var ids = new WordIds();
    int[] written = ids.of(hypothesis);
    int[] expected = ids.of(reference);
    var last = new int[ids.size()];
    Arrays.fill(last, UNMATCHED);
    var previous = new int[expected.length];
    for (int i = 0; i < expected.length; i++) {
      if (!used[i]) {
        previous[i] = last[expected[i]];
        last[expected[i]] = i;
      }
    }
    for (int i = written.length - 1; i >= 0; i--) {
      int position = last[written[i]];
      if (positions[i] == UNMATCHED && position != UNMATCHED) {
        positions[i] = position;
        used[position] = true;
        last[written[i]] = previous[position];
      }
    }
  }

  private static int chunks(int[] positions) {
    int chunks = 0;
    for (int i = 0; i < positions.length; i++) {
      boolean matched = positions[i] != UNMATCHED;
      boolean continued =
          matched && i > 0 && positions[i - 1] != UNMATCHED && positions[i] == positions[i - 1] + 1;
      chunks += matched && !continued ? 1 : 0;
    }
    return chunks;
  }
}
