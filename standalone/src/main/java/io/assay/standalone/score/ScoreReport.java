package io.assay.standalone.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.show.Terminal;
import io.assay.standalone.show.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Scores systems over the same items and says how they did and how they compare.
public final class ScoreReport {

  private static final int SHOWN = 5;

  private final List<Scored> systems;
  private final PairedTest test;
  private final List<Compared> comparisons;

  private ScoreReport(List<Scored> systems, PairedTest test, List<Compared> comparisons) {
    this.systems = systems;
    this.test = test;
    this.comparisons = comparisons;
  }

  private record Compared(Scored system, List<Scored.Comparison> numbers) {}

  /// Scores every system.
  ///
  /// @param test how the others are compared with the first
  /// @throws IllegalArgumentException where a metric or a parameter is unknown or wrong
  /// @throws io.assay.standalone.client.AssayException where nothing could be scored
  static ScoreReport of(List<MetricSpec> metrics, List<Segment> segments, PairedTest test) {
    var scoring = new Scoring(metrics);
    List<Scored> systems =
        segments.getFirst().answers().keySet().stream()
            .map(system -> scoring.of(system, segments))
            .toList();
    var comparing = new Comparing(scoring.metrics(), test);
    return new ScoreReport(
        systems,
        test,
        systems.stream()
            .skip(1)
            .map(each -> new Compared(each, comparing.of(systems.getFirst(), each)))
            .toList());
  }

  /// How many items have no score, over all systems.
  public int refused() {
    return systems.stream().mapToInt(each -> each.refused().size()).sum();
  }

  /// Prints tables, or the JSON document.
  public void print(Terminal terminal) {
    if (terminal.json()) {
      terminal.document(json());
    } else {
      terminal.draw(table().text(terminal.listWidth()));
      signatures(terminal);
      comparisons(terminal);
    }
    for (Scored system : systems) {
      system.refused().stream().limit(SHOWN).forEach(terminal::complain);
      if (system.refused().size() > SHOWN) {
        terminal.complain("… and " + (system.refused().size() - SHOWN) + " more without a score");
      }
    }
  }

  private TextTable table() {
    var table = TextTable.of("system", "metric", "value", "interval (95 %)", "n", "missing");
    for (Scored system : systems) {
      for (MetricSnapshot each : system.numbers()) {
        table.row(
            system.system(),
            each.name(),
            number(each.value()),
            interval(each.low(), each.high()) + method(each),
            Long.toString(each.n()),
            Long.toString(each.missing()));
      }
    }
    return table;
  }

  private void signatures(Terminal terminal) {
    terminal.say("");
    systems.getFirst().numbers().forEach(each -> terminal.say(each.signature()));
  }

  private void comparisons(Terminal terminal) {
    if (!comparisons.isEmpty()) {
      var table = TextTable.of("system", "metric", "difference to the first", "interval", "p");
      for (Compared other : comparisons) {
        for (Scored.Comparison each : other.numbers()) {
          table.row(
              other.system().system(),
              each.metric(),
              number(each.difference()),
              interval(each.low(), each.high()),
              number(each.pValue()));
        }
      }
      terminal.say("");
      terminal.draw(table.text(terminal.listWidth()));
      terminal.say("p: " + test.words() + ".");
    }
  }

  private String json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = document.putArray("systems");
    for (Scored system : systems) {
      ObjectNode row = rows.addObject().put("system", system.system());
      row.put("missing", system.refused().size());
      ObjectNode metrics = row.putObject("metrics");
      for (MetricSnapshot each : system.numbers()) {
        metrics
            .putObject(each.name())
            .put("value", each.value())
            .put("low", each.low())
            .put("high", each.high())
            .put("n", each.n())
            .put("method", each.method())
            .put("signature", each.signature());
      }
    }
    comparisonsInto(document.putArray("comparisons"));
    return written(() -> document);
  }

  private void comparisonsInto(ArrayNode rows) {
    for (Compared other : comparisons) {
      for (Scored.Comparison each : other.numbers()) {
        rows.addObject()
            .put("system", other.system().system())
            .put("baseline", systems.getFirst().system())
            .put("metric", each.metric())
            .put("difference", each.difference())
            .put("low", each.low())
            .put("high", each.high())
            .put("test", test.label())
            .put("p", each.pValue());
      }
    }
  }

  private static String written(Supplier<ObjectNode> document) {
    try {
      return ContractJson.mapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(document.get());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is no JSON", e);
    }
  }

  private static String method(MetricSnapshot each) {
    return Optional.ofNullable(each.method()).map(name -> "  " + name).orElse("");
  }

  private static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "–" : "[" + number(low) + ", " + number(high) + "]";
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }
}
