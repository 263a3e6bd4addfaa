package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// How often a system's answers are preferred to a baseline's, plain and with answers' lengths
/// taken out: judges tend to prefer longer answers.
///
/// @param battles at least one
public record WinRate(List<Battle> battles) {

  /// As in AlpacaEval: little penalty, to follow the data, but finite where a system always wins.
  private static final LogisticRegression.Settings SETTINGS =
      LogisticRegression.Settings.converged(100);

  /// One judgement.
  ///
  /// @param preference 1 where the system was preferred, 0 where the baseline was, between for ties
  ///   and doubt
  /// @param length of the system's answer, in any unit
  /// @param baselineLength of the baseline's answer, in the same unit
  public record Battle(double preference, double length, double baselineLength) {
    public Battle {
      if (!(preference >= 0 && preference <= 1)) {
        throw new IllegalArgumentException("preference is " + preference + ", expected 0 to 1");
      }
    }

    private double lead() {
      return length - baselineLength;
    }
  }

  public WinRate {
    battles = List.copyOf(battles);
    if (battles.isEmpty()) {
      throw new IllegalArgumentException("there are no battles, expected at least one");
    }
  }

  private double[] preferences() {
    return battles.stream().mapToDouble(Battle::preference).toArray();
  }

  /// The mean preference, 0 to 1.
  public double plain() {
    return PairwiseSum.mean(preferences());
  }

  /// The standard error of [#plain]; empty for a single battle.
  public OptionalDouble standardError() {
    return Summary.of(preferences()).standardError();
  }

  /// What the win rate would be if answers were as long as the baseline's, in the manner of
  /// AlpacaEval 2 (Dubois et al. 2024, https://arxiv.org/abs/2404.04475): a logistic regression on
  /// tanh of the standardised difference of lengths, read off at difference 0. Without that
  /// leaderboard's term for the difficulty of instructions, which needs other systems' judgements.
  public double lengthControlled() {
    double[] leads = battles.stream().mapToDouble(Battle::lead).toArray();
    double spread = Math.sqrt(Summary.of(leads).populationVariance());
    double[][] rows =
        Arrays.stream(leads)
            .mapToObj(lead -> new double[] {spread > 0 ? Math.tanh(lead / spread) : 0})
            .toArray(double[][]::new);
    return LogisticRegression.ofChances(rows, preferences(), SETTINGS).chances(new double[] {0})[1];
  }
}
