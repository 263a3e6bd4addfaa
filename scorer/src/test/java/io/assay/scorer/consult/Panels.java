package io.assay.scorer.consult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Judging;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.MetricSpec;
import io.assay.scorer.Fixtures;
import java.util.List;
import java.util.Map;

/// Metrics that ask, and judges that prefer the answer 42.
final class Panels {

  static final List<String> JUDGES = List.of("judge/one", "judge/two");

  private Panels() {}

  /// A metric that asks these judges.
  static MetricSpec metric(String name, List<String> judges) {
    var ids = JsonNodeFactory.instance.arrayNode();
    judges.forEach(ids::add);
    Map<String, JsonNode> params = Map.of("judges", ids);
    return new MetricSpec(name, name, params);
  }

  static Judging judging(String... rivals) {
    return new Judging(JUDGES.stream().map(Fixtures::model).toList(), List.of(rivals), null);
  }

  /// What a judge says that knows what is right.
  static Completion verdict(Prompt question) {
    String text = ((ModelRequest.GenerateText) question.request()).messages().getFirst().content();
    if (text.contains("[[C]]")) {
      boolean a = text.contains("[Answer A]\n42\n");
      boolean b = text.contains("[Answer B]\n42\n");
      return Fixtures.answer("Verdict: [[" + (a == b ? "C" : a ? "A" : "B") + "]]");
    }
    boolean good = text.contains("[The answer to judge]\n42\n");
    return text.contains("[[PASS]]")
        ? Fixtures.answer("Verdict: [[" + (good ? "PASS" : "FAIL") + "]]")
        : Fixtures.answer("Rating: [[" + (good ? 9 : 3) + "]]");
  }
}
