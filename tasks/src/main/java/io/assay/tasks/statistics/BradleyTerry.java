package io.assay.tasks.statistics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Ratings from pairwise judgements by the model of Bradley and Terry (1952): the odds that one
/// system beats another are the ratio of their strengths. Written as Elo points, where 400 more are
/// odds of 10 to 1 and the mean is 1000, as in Chatbot Arena (https://arxiv.org/abs/2403.04132).
/// Unlike [Elo] it does not depend on the order of judgements. A tie is half a win for each.
public final class BradleyTerry {

  private static final double POINTS = 400 / Math.log(10);
  private static final double MEAN = 1000;
  private static final Lbfgs.Stop CLOSE = new Lbfgs.Stop(1e-9, 0, 1000, 50);

  private final List<String> systems;
  private final int[][] pairs;
  private final double[] scores;
  private final double prior;

  private BradleyTerry(List<Match> matches, double prior) {
    var names = new TreeSet<String>();
    matches.forEach(match -> names.addAll(List.of(match.first(), match.second())));
    this.systems = List.copyOf(names);
    this.pairs =
        matches.stream()
            .map(match -> new int[] {place(match.first()), place(match.second())})
            .toArray(int[][]::new);
    this.scores = matches.stream().mapToDouble(Match::score).toArray();
    this.prior = prior;
  }

  /// The model of these matches, to be fitted with several weightings of them.
  ///
  /// @param prior as in [#ratings(List, double)]
  public static BradleyTerry of(List<Match> matches, double prior) {
    return new BradleyTerry(matches, prior);
  }

  /// The rating of each system where each match counts as often as its weight says.
  ///
  /// @return empty where ratings would be infinite
  public Optional<Map<String, Double>> ratings(int[] weights) {
    return Optional.ofNullable(fit(weights)).map(this::named);
  }

  private int place(String system) {
    return Collections.binarySearch(systems, system);
  }

  /// The rating of each system.
  ///
  /// @param prior how many drawn matches against an average system each one is credited with; 0 for
  ///   none, then there are ratings only where every system won against others, directly or through
  ///   others, and lost against them
  /// @return empty where there is no match, or ratings would be infinite
  public static Optional<Map<String, Double>> ratings(List<Match> matches, double prior) {
    var model = new BradleyTerry(matches, prior);
    var once = new int[matches.size()];
    Arrays.fill(once, 1);
    return Optional.ofNullable(model.fit(once)).map(model::named);
  }

  /// A percentile interval of each rating, from resampled matches. Resamples without ratings are
  /// left out.
  ///
  /// @return empty where [#ratings] is, or there are fewer than two resamples with ratings
  public static Optional<Map<String, Interval>> intervals(
      List<Match> matches, double prior, int resamples, long seed, double level) {
    if (matches.isEmpty()) {
      return Optional.empty();
    }
    var model = new BradleyTerry(matches, prior);
    var random = new SplittableRandom(seed);
    var ratings = new double[model.systems.size()][resamples];
    for (int b = 0; b < resamples; b++) {
      var weights = new int[matches.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[random.nextInt(weights.length)]++;
      }
      double[] fitted = model.fit(weights);
      for (int i = 0; i < ratings.length; i++) {
        ratings[i][b] = fitted == null ? Double.NaN : fitted[i];
      }
    }
    return model.intervals(ratings, level);
  }

  private Optional<Map<String, Interval>> intervals(double[][] ratings, double level) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    for (int i = 0; i < ratings.length; i++) {
      Optional<Interval> interval = Intervals.percentile(ratings[i], level);
      if (interval.isEmpty()) {
        return Optional.empty();
      }
      intervals.put(systems.get(i), interval.get());
    }
    return Optional.of(intervals);
  }

  private Map<String, Double> named(double[] ratings) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < ratings.length; i++) {
      named.put(systems.get(i), ratings[i]);
    }
    return named;
  }

  private double @Nullable [] fit(int[] weights) {
    double[][] wins = wins(weights);
    if (systems.isEmpty() || (prior <= 0 && !isConnected(wins))) {
      return null;
    }
    double[] strengths =
        Lbfgs.from(new double[systems.size()], (at, gradient) -> loss(wins, at, gradient), CLOSE)
            .minimum();
    double mean = PairwiseSum.mean(strengths);
    return Arrays.stream(strengths).map(each -> MEAN + POINTS * (each - mean)).toArray();
  }

  /// How often each system won against each other one.
  private double[][] wins(int[] weights) {
    var wins = new double[systems.size()][systems.size()];
    for (int i = 0; i < pairs.length; i++) {
      int first = pairs[i][0];
      int second = pairs[i][1];
      wins[first][second] += weights[i] * scores[i];
      wins[second][first] += weights[i] * (1 - scores[i]);
    }
    return wins;
  }

  private double loss(double[][] wins, double[] strengths, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int i = 0; i < strengths.length; i++) {
      for (int j = 0; j < strengths.length; j++) {
        if (wins[i][j] > 0) {
          double lead = strengths[i] - strengths[j];
          double pull = wins[i][j] * Sigmoid.of(-lead);
          loss -= wins[i][j] * Sigmoid.log(lead);
          gradient[i] -= pull;
          gradient[j] += pull;
        }
      }
      double draw = Sigmoid.of(strengths[i]);
      loss -= prior / 2 * (Sigmoid.log(strengths[i]) + Sigmoid.log(-strengths[i]));
      gradient[i] += prior * (draw - 0.5);
    }
    return loss;
  }

  /// Whether wins lead from each system to each other one.
  private static boolean isConnected(double[][] wins) {
    return reachesAll(wins, false) && reachesAll(wins, true);
  }

  private static boolean reachesAll(double[][] wins, boolean backwards) {
    var reached = new boolean[wins.length];
    var open = new ArrayDeque<Integer>();
    open.add(0);
    int count = 0;
    while (!open.isEmpty()) {
      int at = open.remove();
      if (reached[at]) {
        continue;
      }
      reached[at] = true;
      count++;
      for (int other = 0; other < wins.length; other++) {
        if ((backwards ? wins[other][at] : wins[at][other]) > 0) {
          open.add(other);
        }
      }
    }
    return count == wins.length;
  }
}
