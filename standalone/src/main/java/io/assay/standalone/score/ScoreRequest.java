package io.assay.standalone.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.AssayException;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a command line asks to be scored.
///
/// @param metrics names, with cut-offs where they have one
/// @param params values by parameter; each goes to the metrics that have it
/// @param references files of lines with what is expected
/// @param hypotheses files of lines with answers, or one file of JSON lines
/// @param fields the fields of JSON lines; absent for files of lines
public record ScoreRequest(
    List<String> metrics,
    Map<String, String> params,
    List<Path> references,
    List<Path> hypotheses,
    JsonFields fields) {

  /// Which fields of a JSON line are what; no systems: the files are lines of text.
  ///
  /// @param id the item's id
  /// @param input what the model was given
  /// @param target what is expected
  /// @param systems fields with answers, each a system
  public record JsonFields(String id, String input, String target, List<String> systems) {}

  /// Scores.
  ///
  /// @param test how further systems are compared with the first
  /// @throws AssayException where files or metrics are wrong; the message says what
  public ScoreReport report(PairedTest test) {
    try {
      return ScoreReport.of(specs(), segments(), test);
    } catch (IllegalArgumentException e) {
      throw new AssayException(e.getMessage() + ". Metrics: ./assay metrics", e);
    }
  }

  private List<Segment> segments() {
    if (fields.systems().isEmpty()) {
      return Segments.ofLines(references, hypotheses);
    }
    return Segments.ofJsonLines(
        hypotheses.getFirst(),
        new Segments.Fields(fields.id(), fields.input(), fields.target(), fields.systems()));
  }

  private List<MetricSpec> specs() {
    List<MetricFactory> factories = metrics.stream().map(ScoreRequest::factory).toList();
    for (String name : params.keySet()) {
      if (factories.stream().noneMatch(each -> takes(each, name))) {
        throw new AssayException("no metric of " + metrics + " has a parameter " + name);
      }
    }
    return metrics.stream().map(this::spec).toList();
  }

  private static MetricFactory factory(String metric) {
    var factory = Metrics.find(metric).orElseThrow(() -> new AssayException(unknown(metric)));
    if (factory.asks() != Asks.NOTHING) {
      throw new AssayException(
          "metric "
              + metric
              + " asks other models, which a job does: write a job with the provider recorded for"
              + " these outputs, judges, and ./assay run it (examples/judges)");
    }
    return factory;
  }

  private static String unknown(String metric) {
    try {
      return "unknown metric " + Metrics.create(MetricSpec.of(metric)).spec().metric();
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean takes(MetricFactory factory, String param) {
    return factory.params().stream().anyMatch(each -> each.name().equals(param));
  }

  private MetricSpec spec(String metric) {
    var own = new TreeMap<String, JsonNode>();
    MetricFactory factory = factory(metric);
    params.forEach((name, value) -> {
      for (MetricFactory.Param param : factory.params()) {
        if (param.name().equals(name)) {
          own.put(name, value(param, value));
        }
      }
    });
    return new MetricSpec(metric, metric, own);
  }

  private static JsonNode value(MetricFactory.Param param, String value) {
    if (param.type().equals("text") || param.type().equals("file")) {
      return JsonNodeFactory.instance.textNode(value);
    }
    try {
      return ContractJson.mapper().readTree(value);
    } catch (IOException _) {
      return JsonNodeFactory.instance.textNode(value); // the metric says what it expects
    }
  }
}
