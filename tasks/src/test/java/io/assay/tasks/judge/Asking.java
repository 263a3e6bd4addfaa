package io.assay.tasks.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Consulting.Question;
import io.assay.tasks.metric.Consulting.Rival;
import io.assay.tasks.metric.Consulting.Subject;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Asks judges that are functions.
final class Asking {

  private Asking() {}

  /// A metric that asks these judges.
  ///
  /// @param more names and values of further parameters, in turn
  static MetricSpec spec(String metric, List<String> judges, Object... more) {
    var ids = JsonNodeFactory.instance.arrayNode();
    judges.forEach(ids::add);
    Map<String, JsonNode> params = new HashMap<>(Map.of("judges", ids));
    for (int i = 0; i < more.length; i += 2) {
      params.put((String) more[i], json(more[i + 1]));
    }
    return new MetricSpec(metric, metric, params);
  }

  private static JsonNode json(Object value) {
    return switch (value) {
      case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
      case Integer number -> JsonNodeFactory.instance.numberNode(number);
      default -> JsonNodeFactory.instance.textNode(value.toString());
    };
  }

  static Sample sample(String id, String target, Map<String, JsonNode> metadata) {
    var json = JsonNodeFactory.instance;
    return new Sample(id, json.textNode("6 * 7?"), json.textNode(target), null, metadata);
  }

  /// An answer, and those of rivals r0, r1, …
  static Subject subject(Sample sample, String answer, String... rivals) {
    var others = new java.util.ArrayList<Rival>();
    for (int i = 0; i < rivals.length; i++) {
      others.add(new Rival("r" + i, new Answer.Text(rivals[i])));
    }
    return new Subject("own", sample, new Answer.Text(answer), others);
  }

  static Judgement judge(MetricSpec spec, Subject subject, Function<String, String> judge) {
    return judgeEach(spec, subject, question -> judge.apply(text(question)));
  }

  static Judgement judgeEach(MetricSpec spec, Subject subject, Function<Question, String> judge) {
    var metric = (Consulting) Metrics.create(spec);
    List<Answer> replies =
        metric.questions(subject).stream()
            .<Answer>map(question -> new Answer.Text(judge.apply(question)))
            .toList();
    return metric.judge(subject, replies);
  }

  static Contribution judged(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Judged(var contribution) -> contribution;
      case Judgement.NotApplicable _ -> throw new AssertionError("not applicable");
      case Judgement.Unjudgeable(var reason) -> throw new AssertionError(reason);
    };
  }

  static String text(Question question) {
    return ((ModelRequest.GenerateText) question.request()).messages().getFirst().content();
  }
}
