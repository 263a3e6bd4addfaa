package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.StrictJson;
import io.assay.contracts.wire.StrictJson.Read;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the answer is JSON, alone or in a Markdown code block, and fits a schema where one is
/// given; the share of samples where it is.
@AutoService(MetricFactory.class)
public final class JsonSchema implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "json_schema",
        "Share of answers that are JSON and fit the schema.",
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://json-schema.org/draft/2020-12");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("schema", "object", "", "JSON Schema; without one any JSON will do"),
        new Param(
            "code_block", "boolean", "false", "whether JSON may stand in a Markdown code block"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final @Nullable BoundedSchema schema;
    private final boolean codeBlock;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      schema = params.json("schema").map(BoundedSchema::of).orElse(null);
      codeBlock = params.flag("code_block");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      var text = textOf(answer).orElse(null);
      if (text == null) {
        return wrongAnswer(answer, "texts");
      }
      return switch (StrictJson.standard(codeBlock ? CodeBlock.content(text) : text)) {
        case Read.Invalid(String reason) -> judged(false, excerpt("no JSON: " + reason));
        case Read.Valid(JsonNode value) -> judge(sample, value);
      };
    }

    private Judgement judge(Sample sample, JsonNode value) {
      if (schema == null) {
        return judged(true, "is JSON");
      }
      Optional<List<String>> problems = schema.problems(value);
      if (problems.isEmpty()) {
        return unjudgeable(
            "the schema cannot be applied to the answer to sample "
                + sample.id()
                + ": a pattern backtracks too much, a $ref leads nowhere, or the answer is nested"
                + " too deeply");
      }
      return problems.get().isEmpty()
          ? judged(true, "fits the schema")
          : judged(false, excerpt(problems.get().getFirst()));
    }

    private static String excerpt(String text) {
      return PythonText.excerpt(text, 300);
    }
  }
}
