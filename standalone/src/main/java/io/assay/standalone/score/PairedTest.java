package io.assay.standalone.score;

import io.assay.contracts.event.Contribution;
import io.assay.standalone.client.AssayException;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.statistics.Differences;
import io.assay.tasks.statistics.McNemar;
import io.assay.tasks.statistics.Wilcoxon;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A two-sided test of whether two systems differ, over the items that both have a score for.
public enum PairedTest {
  /// Items are drawn again, both systems' together; of the metric's own value.
  BOOTSTRAP("paired bootstrap over the same items, two-sided"),
  /// Systems are exchanged item by item at random: approximate randomisation, of the metric's own
  /// value (Riezler and Maxwell 2005).
  PERMUTATION("permutation: systems exchanged at random on each item, two-sided"),
  /// Whether one is better on more items than the other; exact.
  SIGN("sign test of the items' own values, exact, two-sided"),
  /// Ranks of the items' differences.
  WILCOXON("Wilcoxon's signed-rank test of the items' own values, two-sided"),
  /// Items that only one got right; exact.
  MCNEMAR("McNemar's test, exact, two-sided");

  private final String words;

  PairedTest(String words) {
    this.words = words;
  }

  /// What it is, for people.
  String words() {
    return words;
  }

  /// As the command line writes it.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The test of this name.
  ///
  /// @throws AssayException where there is none
  public static PairedTest of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new AssayException(
                "unknown test "
                    + name
                    + ", expected one of "
                    + Arrays.stream(values())
                        .map(PairedTest::label)
                        .collect(Collectors.joining(", "))));
  }

  /// The p-value, but for the bootstrap, which has replicates for that.
  ///
  /// @param first a system's contributions
  /// @param other the other's, on the same items in the same order
  /// @throws AssayException where the test does not fit the metric
  double p(Metric metric, List<Contribution> first, List<Contribution> other) {
    return switch (this) {
      case BOOTSTRAP -> throw new IllegalStateException("the bootstrap has replicates");
      case PERMUTATION -> Exchange.p(additive(metric), first, other);
      case SIGN -> differences(metric, first, other).sign().p();
      case WILCOXON -> Wilcoxon.of(differences(metric, first, other)).twoSided().p();
      case MCNEMAR -> mcNemar(metric, first, other).exact().p();
    };
  }

  private AdditiveMetric additive(Metric metric) {
    return switch (metric) {
      case AdditiveMetric additive -> additive;
      case SetMetric _ ->
          throw new AssayException(
              metric.spec().name()
                  + " is no sum over items, so that items cannot be exchanged:"
                  + " use --test bootstrap");
    };
  }

  private Differences differences(
      Metric metric, List<Contribution> first, List<Contribution> other) {
    return Differences.of(values(metric, first), values(metric, other));
  }

  private double[] values(Metric metric, List<Contribution> contributions) {
    return contributions.stream().mapToDouble(each -> value(metric, each)).toArray();
  }

  private double value(Metric metric, Contribution contribution) {
    Double value = contribution.value();
    if (value == null) {
      throw new AssayException(
          metric.spec().name()
              + " has no value of a single item, which --test "
              + label()
              + " compares: use --test bootstrap");
    }
    return value;
  }

  private McNemar mcNemar(Metric metric, List<Contribution> first, List<Contribution> other) {
    double[] before = values(metric, first);
    double[] after = values(metric, other);
    int onlyFirst = 0;
    int onlyOther = 0;
    for (int i = 0; i < before.length; i++) {
      boolean was = isRight(metric, before[i]);
      boolean is = isRight(metric, after[i]);
      onlyFirst += was && !is ? 1 : 0;
      onlyOther += is && !was ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlyOther);
  }

  private static boolean isRight(Metric metric, double value) {
    if (value != 0 && value != 1) {
      throw new AssayException(
          metric.spec().name()
              + " has the value "
              + value
              + " for an item, but McNemar's test is of items that are right (1) or wrong (0):"
              + " use --test permutation, sign or wilcoxon");
    }
    return value == 1;
  }
}
