package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.tasks.statistics.WinRate.Battle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatingsTest {

  private static final List<Match> MATCHES =
      List.of(
          new Match("a", "b", 1),
          new Match("a", "b", 1),
          new Match("a", "b", 0),
          new Match("a", "c", 1),
          new Match("c", "a", 1),
          new Match("b", "c", 0.5),
          new Match("b", "c", 1),
          new Match("c", "b", 1),
          new Match("a", "c", 1));

  /// Expected values from a general minimiser of SciPy over the same likelihood.
  @Test
  void bradleyTerryMakesTheMatchesLikeliest() {
    Map<String, Double> ratings = BradleyTerry.ratings(MATCHES, 0).orElseThrow();

    assertThat(ratings.get("a")).isCloseTo(1080.27466, within(1e-4));
    assertThat(ratings.get("b")).isCloseTo(959.86267, within(1e-4));
    assertThat(BradleyTerry.ratings(MATCHES, 1).orElseThrow().get("a"))
        .isCloseTo(1071.53398, within(1e-4));
  }

  @Test
  void threeWinsToOneAreOddsOfThree() {
    List<Match> matches = new ArrayList<>(Collections.nCopies(30, new Match("x", "y", 1)));
    matches.addAll(Collections.nCopies(10, new Match("y", "x", 1)));

    Map<String, Double> ratings = BradleyTerry.ratings(matches, 0).orElseThrow();

    assertThat(of(ratings, "x") - of(ratings, "y")).isCloseTo(400 * Math.log10(3), within(1e-6));
  }

  private static <T> T of(Map<String, T> ratings, String system) {
    return Objects.requireNonNull(ratings.get(system));
  }

  @Test
  void whoNeverLosesHasNoFiniteRatingWithoutAPrior() {
    List<Match> matches = List.of(new Match("a", "b", 1), new Match("b", "c", 0.5));

    assertThat(BradleyTerry.ratings(matches, 0)).isEmpty();
    assertThat(BradleyTerry.ratings(matches, 0.1)).isPresent();
    assertThat(BradleyTerry.ratings(List.of(), 1)).isEmpty();
    assertThat(BradleyTerry.intervals(List.of(), 1, 10, 1, 0.95)).isEmpty();
  }

  @Test
  void intervalsHoldTheRatingAndNarrowWithMatches() {
    Interval few = interval(1);
    Interval many = interval(20);
    double rating = of(BradleyTerry.ratings(MATCHES, 0.1).orElseThrow(), "a");

    assertThat(few.low()).isLessThan(rating);
    assertThat(few.high()).isGreaterThan(rating);
    assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
  }

  private static Interval interval(int times) {
    List<Match> matches = new ArrayList<>();
    Collections.nCopies(times, MATCHES).forEach(matches::addAll);
    return of(BradleyTerry.intervals(matches, 0.1, 200, 7, 0.95).orElseThrow(), "a");
  }

  @Test
  void eloMovesAsMuchAsTheResultSurprises() {
    Map<String, Double> once = Elo.ratings(List.of(new Match("a", "b", 1)), 32);
    assertThat(once).containsEntry("a", 1016.0).containsEntry("b", 984.0);

    Map<String, Double> twice =
        Elo.ratings(List.of(new Match("a", "b", 1), new Match("b", "a", 1)), 32);
    assertThat(of(twice, "b") - 984).isCloseTo(32 / (1 + Math.pow(10, -32.0 / 400)), within(1e-9));
  }

  @Test
  void aSystemDoesNotPlayItself() {
    assertThatThrownBy(() -> new Match("a", "a", 1)).hasMessageContaining("with itself");
    assertThatThrownBy(() -> new Match("a", "b", 2)).hasMessageContaining("score of a against b");
  }

  /// Expected value from scikit-learn's logistic regression.
  @Test
  void theLengthControlledWinRateIsThatOfEqualLengths() {
    var winRate =
        new WinRate(
            List.of(
                new Battle(1, 100, 90),
                new Battle(1, 200, 100),
                new Battle(0, 50, 80),
                new Battle(1, 300, 100),
                new Battle(0.5, 80, 100),
                new Battle(0, 60, 100),
                new Battle(1, 150, 100),
                new Battle(1, 90, 100)));

    assertThat(winRate.plain()).isEqualTo(0.6875);
    assertThat(winRate.lengthControlled()).isCloseTo(0.9046103067, within(1e-7));
  }

  @Test
  void lengthThatMakesNoDifferenceIsNotControlledFor() {
    var random = new Random(5);
    List<Battle> battles = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      battles.add(new Battle(random.nextInt(10) < 7 ? 1 : 0, random.nextInt(500), 250));
    }
    var winRate = new WinRate(battles);

    assertThat(winRate.lengthControlled()).isCloseTo(winRate.plain(), within(0.005));
    assertThat(new WinRate(List.of(new Battle(1, 5, 5), new Battle(0, 9, 9))).lengthControlled())
        .isCloseTo(0.5, within(1e-9));
  }
}
