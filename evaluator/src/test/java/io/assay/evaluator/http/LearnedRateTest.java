package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearnedRateTest {

  private static final double NANOS = 1e9;

  private final LearnedRate rate = new LearnedRate(0);

  @Test
  void withoutARefusalThereIsNoLimit() {
    assertThat(rate.perSecond((long) (2 * NANOS))).isInfinite();
  }

  /// A provider with a bucket of ten that fills with ten a second, at 50 ms a call.
  @Test
  void aLimitIsUsedToNineteenTwentiethsWithFewRefusals() {
    double seconds = 300;
    var server = new Bucket(10);
    double now = 0;
    int refused = 0;
    int passed = 0;
    while (now < seconds) {
      if (server.takes(now)) {
        passed++;
        rate.passed();
      } else {
        refused++;
        rate.refused((long) (now * NANOS), (long) ((now + 0.05) * NANOS));
        now += 0.1; // as it asks
      }
      now += 1 / Math.min(1000, rate.perSecond((long) (now * NANOS)));
    }

    assertThat(passed / (10 * seconds)).isGreaterThan(0.95);
    assertThat((double) refused / (passed + refused)).isLessThan(0.02);
  }

  @Test
  void aLongQuietTimeForgetsTheLimit() {
    for (int i = 0; i < 10; i++) {
      rate.passed();
    }
    rate.refused(1, (long) NANOS);
    assertThat(rate.perSecond((long) NANOS)).isCloseTo(10, within(0.5));

    double last = 0;
    for (int s = 2; s < 120; s++) {
      last = rate.perSecond((long) (s * NANOS));
    }
    assertThat(last).isGreaterThan(100);
  }

  private static final class Bucket {
    private final double perSecond;
    private double level = 10;
    private double then;

    Bucket(double perSecond) {
      this.perSecond = perSecond;
    }

    boolean takes(double now) {
      level = Math.min(10, level + (now - then) * perSecond);
      then = now;
      if (level < 1) {
        return false;
      }
      level--;
      return true;
    }
  }
}
