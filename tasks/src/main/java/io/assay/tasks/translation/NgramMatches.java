package io.assay.tasks.translation;

import java.util.ArrayList;
import java.util.List;

/// The n-grams of one text, to be looked for in others. Tokens are numbers of 0 or more: words by
/// [WordIds], or characters.
///
/// An n-gram is numbered by the number of its first n-1 tokens and its last token, so that counting
/// is exact and costs the same for every n.
public final class NgramMatches {

  private final int maxOrder;
  private final List<PairIds> ids = new ArrayList<>();
  private final List<int[]> counts = new ArrayList<>();

  /// @param tokens the text
  /// @param maxOrder the longest n-grams of interest
  public NgramMatches(int[] tokens, int maxOrder) {
    this.maxOrder = maxOrder;
    var ngrams = new int[tokens.length];
    for (int order = 1; order <= Math.min(maxOrder, tokens.length); order++) {
      count(tokens, ngrams, order);
    }
  }

  private void count(int[] tokens, int[] ngrams, int order) {
    int length = tokens.length - order + 1;
    var known = new PairIds(length);
    for (int i = 0; i < length; i++) {
      ngrams[i] = known.add(ngrams[i], tokens[i + order - 1]);
    }
    var counted = new int[known.size()];
    for (int i = 0; i < length; i++) {
      counted[ngrams[i]]++;
    }
    ids.add(known);
    counts.add(counted);
  }

  /// For each n from 1 up how many n-grams of the text occur in another, where an n-gram that is
  /// there k times can match k times.
  public long[] in(int[] other) {
    return inAnyOf(List.of(other));
  }

  /// The same for several others, where an n-gram can match as often as in that one of them which
  /// has it most often.
  public long[] inAnyOf(List<int[]> others) {
    List<int[]> most = counts.stream().map(each -> new int[each.length]).toList();
    for (int[] other : others) {
      countIn(other, most);
    }
    var matches = new long[maxOrder];
    for (int order = 0; order < counts.size(); order++) {
      matches[order] = sumOfSmaller(counts.get(order), most.get(order));
    }
    return matches;
  }

  private void countIn(int[] other, List<int[]> most) {
    var ngrams = new int[other.length];
    for (int order = 1; order <= Math.min(counts.size(), other.length); order++) {
      PairIds known = ids.get(order - 1);
      int[] largest = most.get(order - 1);
      var seen = new int[largest.length];
      for (int i = 0; i <= other.length - order; i++) {
        if (ngrams[i] != PairIds.ABSENT) {
          ngrams[i] = known.find(ngrams[i], other[i + order - 1]);
          if (ngrams[i] != PairIds.ABSENT) {
            int count = ++seen[ngrams[i]];
            largest[ngrams[i]] = Math.max(largest[ngrams[i]], count);
          }
        }
      }
    }
  }

  private static long sumOfSmaller(int[] a, int[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.min(a[i], b[i]);
    }
    return sum;
  }

  /// How many n-grams of one order a text has.
  public static long count(int length, int order) {
    return Math.max(0, length - order + 1);
  }
}
