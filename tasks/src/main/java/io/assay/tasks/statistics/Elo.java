package io.assay.tasks.statistics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Elo ratings, updated match after match: later matches count more, and the order makes a
/// difference. For ratings of systems that do not change prefer [BradleyTerry].
public final class Elo {

  private static final double START = 1000;
  private static final double SCALE = 400;

  private Elo() {}

  /// The ratings after these matches, from 1000 on.
  ///
  /// @param step how many points a surprising win gains at most; 32 in chess, 4 in Chatbot Arena
  public static Map<String, Double> ratings(List<Match> matches, double step) {
    Map<String, Double> ratings = new TreeMap<>();
    for (Match match : matches) {
      double first = ratings.getOrDefault(match.first(), START);
      double second = ratings.getOrDefault(match.second(), START);
      double expected = 1 / (1 + Math.pow(10, (second - first) / SCALE));
      double gain = step * (match.score() - expected);
      ratings.put(match.first(), first + gain);
      ratings.put(match.second(), second - gain);
    }
    return ratings;
  }
}
