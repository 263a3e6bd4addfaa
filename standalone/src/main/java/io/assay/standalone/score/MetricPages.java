package io.assay.standalone.score;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pages about metrics, in Markdown, from what the metrics say of themselves.
public final class MetricPages {

  private MetricPages() {}

  /// Writes a page for each metric, and a list of them.
  ///
  /// @throws IOException where the folder cannot be written
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (MetricFactory each : Metrics.all()) {
      Files.writeString(folder.resolve(file(each)), page(each));
    }
    Files.writeString(folder.resolve("README.md"), index());
  }

  private static String file(MetricFactory factory) {
    return factory.info().name().replace('@', '-').replace("^", "-hat").replace('+', 'p') + ".md";
  }

  /// The list of metrics by task type.
  public static String index() {
    var text =
        new StringBuilder(
            """
            # Metrics

            Written by `./assay metrics --pages docs/metrics` from the metrics themselves.

            | metric | task types | better | what it measures |
            |---|---|---|---|
            """);
    for (MetricFactory each : Metrics.all()) {
      MetricInfo info = each.info();
      text.append(
          "| [`%s`](%s) | %s | %s | %s |%n"
              .formatted(
                  Metrics.shownName(each),
                  file(each),
                  String.join(", ", info.taskTypes()),
                  info.higherIsBetter() ? "higher" : "lower",
                  info.summary()));
    }
    return text.toString();
  }

  /// The page of one metric.
  public static String page(MetricFactory factory) {
    MetricInfo info = factory.info();
    return """
    # %s

    %s

    | | |
    |---|---|
    | Task types | %s |
    | Range | %s (worst) to %s (best); %s is better |
    | Adds up | %s |
    | Needs a target | %s |
    | Asks | %s |
    | Version | %d |
    | Source | <%s> |

    %s
    In a job document:

    ```yaml
    metrics: [%s]
    ```
    %s\
    """
        .formatted(
            Metrics.shownName(factory),
            info.summary(),
            String.join(", ", info.taskTypes()),
            number(info.worst()),
            number(info.best()),
            info.higherIsBetter() ? "higher" : "lower",
            kind(factory),
            factory.needsTarget() ? "yes" : "no",
            asks(factory.asks()),
            info.version(),
            info.source(),
            parameters(factory.params()),
            name(factory),
            signature(factory));
  }

  private static String asks(Asks asks) {
    return switch (asks) {
      case NOTHING -> "nobody";
      case JUDGES -> "the job's [judges](../judges.md)";
      case JUDGES_AND_RIVALS -> "the job's [judges](../judges.md), about several models' answers";
    };
  }

  private static String kind(MetricFactory factory) {
    return metric(factory).map(SetMetric.class::isInstance).orElse(!factory.addsUp())
        ? "no: a function of all scores, exact at the end"
        : "yes: exact at any time, from sums";
  }

  private static String signature(MetricFactory factory) {
    return metric(factory)
        .map(each ->
            "\nIts numbers are signed, here with defaults: `"
                + each.signature()
                + "`. Numbers are comparable exactly when their signatures are equal.\n")
        .orElse("\nIt has a parameter without a default, which a job document must give.\n");
  }

  private static Optional<Metric> metric(MetricFactory factory) {
    try {
      return Optional.of(factory.create(MetricSpec.of(name(factory))));
    } catch (IllegalArgumentException _) { // it cannot be made from defaults alone
      return Optional.empty();
    }
  }

  private static String name(MetricFactory factory) {
    return Metrics.withCutoff(factory, "10");
  }

  private static String parameters(List<MetricFactory.Param> params) {
    if (params.isEmpty()) {
      return "It has no parameters.\n";
    }
    return params.stream()
        .map(each ->
            "| `%s` | %s | `%s` | %s |%n"
                .formatted(
                    each.name(),
                    each.type(),
                    each.defaultValue().isEmpty() ? " " : each.defaultValue(),
                    each.summary()))
        .collect(
            Collectors.joining(
                "", "| parameter | type | default | what it does |\n|---|---|---|---|\n", ""));
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
