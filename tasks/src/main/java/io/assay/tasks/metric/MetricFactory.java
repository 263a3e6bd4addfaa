package io.assay.tasks.metric;

import io.assay.contracts.spec.MetricSpec;
import java.util.Optional;

/// Makes a metric from its parameters: the extension point. One public class a metric, found by its
/// annotation `@AutoService(MetricFactory.class)`, or by a file
/// `META-INF/services/io.assay.tasks.metric.MetricFactory` in a jar of one's own.
public interface MetricFactory {

  /// The metric's facts, without parameters.
  MetricInfo info();

  /// The parameters it understands.
  java.util.List<Param> params();

  /// The metric with these parameters.
  ///
  /// @throws IllegalArgumentException where a parameter is unknown or has a wrong value; the
  ///   message names it and says what is expected
  Metric create(MetricSpec spec);

  /// Whether a sample must say what is expected.
  default boolean needsTarget() {
    return true;
  }

  /// Whether its metrics are an [AdditiveMetric]. Only pages about a metric that cannot be made
  /// without parameters ask for it.
  default boolean addsUp() {
    return true;
  }

  /// Whether judging waits for a program, so that it is done apart from what is computed at once.
  default boolean runsPrograms() {
    return false;
  }

  /// Whether other models are asked, where [#create] gives a [Consulting] metric.
  default Asks asks() {
    return Asks.NOTHING;
  }

  /// The same with these parameters.
  default Asks asks(MetricSpec spec) {
    return asks();
  }

  /// Why it can judge nothing in this process, and how that is mended; empty if it can, and where
  /// other processes judge.
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /// A parameter.
  ///
  /// @param name as written in job documents
  /// @param type `boolean`, `integer`, `number`, `text`, `list`, or `file`: a path, which job
  ///   documents may write relative to themselves
  /// @param defaultValue its default as text
  /// @param summary what it does
  record Param(String name, String type, String defaultValue, String summary) {}
}
