package io.assay.tasks.metric;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.text.UnknownName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The metrics by their names: every class on the class path that is annotated as a service, ours
/// and users' own alike.
public final class Metrics {

  private static final List<MetricFactory> ALL =
      ServiceLoader.load(MetricFactory.class, Metrics.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(each -> each.info().name()))
          .toList();

  private static final Map<String, MetricFactory> BY_NAME =
      ALL.stream().collect(Collectors.toMap(each -> each.info().name(), Function.identity()));

  private Metrics() {}

  /// Every metric, by name.
  public static List<MetricFactory> all() {
    return ALL;
  }

  /// Every metric's name, without cut-offs.
  public static List<String> names() {
    return ALL.stream().map(each -> each.info().name()).toList();
  }

  /// The metric of a name as documents write it, with or without a cut-off (`ndcg@10`).
  public static Optional<MetricFactory> find(String name) {
    MetricName parsed = MetricName.of(name);
    return Optional.ofNullable(BY_NAME.get(parsed.base()))
        .filter(factory -> !parsed.marked() || hasCutoff(factory));
  }

  /// A metric's name as lists show it: with `k` where it has a cut-off (`ndcg@k`, `pass^k`). A
  /// document may write it so, with the number as parameter `k`.
  public static String shownName(MetricFactory factory) {
    return withCutoff(factory, "k");
  }

  /// A metric's name with a cut-off, such as `10` (`ndcg@10`, `pass^10`), if it has one.
  public static String withCutoff(MetricFactory factory, String cutoff) {
    String name = factory.info().name();
    return hasCutoff(factory) ? MetricName.join(name, cutoff) : name;
  }

  private static boolean hasCutoff(MetricFactory factory) {
    return factory.params().stream().anyMatch(each -> each.name().equals("k"));
  }

  /// The metric with the parameters of a specification.
  ///
  /// @throws UnknownName where there is no such metric, parameter or choice
  /// @throws IllegalArgumentException where a parameter has a wrong value
  public static Metric create(MetricSpec spec) {
    return factory(spec.metric()).create(spec);
  }

  /// Whether samples need a target for this metric.
  ///
  /// @throws UnknownName where there is no such metric
  public static boolean needsTarget(MetricSpec spec) {
    return factory(spec.metric()).needsTarget();
  }

  /// Whether judging by this metric waits for a program; an unknown metric waits for nothing.
  public static boolean runsPrograms(MetricSpec spec) {
    return find(spec.metric()).filter(MetricFactory::runsPrograms).isPresent();
  }

  /// What this metric needs beside sample and answer; an unknown metric needs nothing.
  public static Asks asks(MetricSpec spec) {
    return find(spec.metric()).map(factory -> factory.asks(spec)).orElse(Asks.NOTHING);
  }

  private static MetricFactory factory(String name) {
    return find(name)
        .orElseThrow(() -> new UnknownName("metric", name, namesLike(MetricName.of(name))));
  }

  /// The names that a mistyped one is compared with: `ngcd@10` with `ndcg@10`.
  private static List<String> namesLike(MetricName name) {
    return ALL.stream()
        .map(each -> hasCutoff(each) ? name.withCutoff(each.info().name()) : each.info().name())
        .toList();
  }
}
