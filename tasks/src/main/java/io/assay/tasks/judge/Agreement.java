package io.assay.tasks.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What metrics of agreement have in common: they ask what another metric asks, `of` says which,
/// and take that metric's parameters, so that judges are asked once for both.
final class Agreement {

  private static final String OF = "of";
  private static final String PREFERENCE = "preference";

  private Agreement() {}

  /// Own parameters and those of everything that can be asked.
  static List<Param> params(List<Param> own, List<String> kinds) {
    Map<String, Param> all = new LinkedHashMap<>();
    all.put(
        OF,
        new Param(
            OF, "text", kinds.getFirst(), "What is asked: " + String.join(", ", kinds) + "."));
    own.forEach(each -> all.put(each.name(), each));
    var asked = new ArrayList<>(Rating.SCALE_PARAMS);
    if (kinds.contains(PREFERENCE)) {
      asked.addAll(ComparisonParams.PARAMS);
    }
    asked.forEach(each -> all.putIfAbsent(each.name(), shown(each)));
    return List.copyOf(all.values());
  }

  /// The default text of a rubric is that of the metric that `of` names.
  private static Param shown(Param param) {
    return param.name().equals("rubric")
        ? new Param(param.name(), param.type(), "", param.summary() + " As of the metric's own.")
        : param;
  }

  /// How judges are asked.
  static Assessment assessment(Params params, List<String> kinds) {
    return switch (params.choice(OF, kinds)) {
      case "pass" -> Rating.passing(params);
      case PREFERENCE -> Comparison.withRivals(params);
      default -> Rating.onScale(params);
    };
  }

  /// What such a metric needs.
  static Asks asks(MetricSpec spec) {
    var of = spec.params().get(OF);
    return of != null && of.asText().equals(PREFERENCE) ? Comparison.asks(spec) : Asks.JUDGES;
  }

  /// A person's verdict as a number.
  static OptionalDouble label(@Nullable JsonNode given) {
    if (given == null) {
      return OptionalDouble.empty();
    }
    return switch (given.asText().strip().toLowerCase(Locale.ROOT)) {
      case "pass", "true", "yes" -> OptionalDouble.of(1);
      case "fail", "false", "no" -> OptionalDouble.of(0);
      default -> Targets.number(given);
    };
  }
}
