package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Short ways to judge one answer.
public final class Judging {

  private Judging() {}

  public static MetricSpec spec(String metric, String params) {
    try {
      return new MetricSpec(
          metric,
          metric,
          ContractJson.mapper()
              .readValue(
                  params,
                  new com.fasterxml.jackson.core.type.TypeReference<Map<String, JsonNode>>() {}));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  public static Sample sample(@Nullable JsonNode target) {
    return new Sample("s1", text("question"), target, null, Map.of());
  }

  public static Contribution judged(Metric metric, String answer, @Nullable JsonNode target) {
    Judgement judgement = metric.judge(sample(target), new Answer.Text(answer));
    assertThat(judgement).isInstanceOf(Judgement.Judged.class);
    return ((Judgement.Judged) judgement).contribution();
  }

  public static double value(Metric metric, String answer, @Nullable JsonNode target) {
    return Objects.requireNonNull(judged(metric, answer, target).value());
  }
}
