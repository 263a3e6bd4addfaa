package io.assay.tasks.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Judges whether answers follow the instructions that stand in the metadata of their samples.
final class InstructionJudge extends Definition implements AdditiveMetric {

  static final List<MetricFactory.Param> PARAMS =
      List.of(
          new MetricFactory.Param(
              "level",
              "text",
              "prompt",
              "prompt: an answer is right if it follows all its instructions; instruction: each"
                  + " instruction counts"),
          new MetricFactory.Param(
              "undecided",
              "text",
              "fail",
              "samples with an instruction that needs a language detector or sentence splitter:"
                  + " fail, or skip them"));

  /// What is followed by a response.
  interface Mode {
    Optional<List<Boolean>> followed(InstructionSet set, String response);
  }

  private final Mode mode;
  private final boolean perPrompt;
  private final boolean skips;

  InstructionJudge(MetricFactory factory, Params params, Mode mode) {
    super(factory, params);
    this.mode = mode;
    perPrompt = params.choice("level", List.of("prompt", "instruction")).equals("prompt");
    skips = params.choice("undecided", List.of("fail", "skip")).equals("skip");
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(
        Statistic.count("followed"), Statistic.count(perPrompt ? "prompts" : "instructions"));
  }

  @Override
  public OptionalDouble value(double[] sums) {
    return sums[1] > 0 ? OptionalDouble.of(sums[0] / sums[1]) : OptionalDouble.empty();
  }

  /// Instructions of one prompt are not independent.
  @Override
  public IntervalKind interval() {
    return perPrompt ? IntervalKind.WILSON : IntervalKind.BOOTSTRAP;
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    if (!(answer instanceof Answer.Text(String text))) {
      return wrongAnswer(answer, "texts");
    }
    List<String> ids = ids(sample.metadata().get("instruction_id_list"));
    if (ids.isEmpty()) {
      return unjudgeable(
          "metadata of sample " + sample.id() + " have no list of texts instruction_id_list");
    }
    if (skips && ids.stream().anyMatch(Catalog::isUndecided)) {
      return new Judgement.NotApplicable();
    }
    return judge(sample, ids, text);
  }

  private static List<String> ids(@Nullable JsonNode list) {
    var ids = new ArrayList<String>();
    if (list != null) {
      for (JsonNode each : list) {
        if (!each.isTextual()) {
          return List.of();
        }
        ids.add(each.asText());
      }
    }
    return ids;
  }

  private Judgement judge(Sample sample, List<String> ids, String text) {
    JsonNode kwargs = sample.metadata().get("kwargs");
    if (kwargs == null) {
      return unjudgeable("metadata of sample " + sample.id() + " have no kwargs");
    }
    try {
      return mode.followed(InstructionSet.of(ids, kwargs), text)
          .map(followed -> judged(ids, followed))
          .orElseGet(() ->
              unjudgeable(
                  "an expression of an instruction of sample "
                      + sample.id()
                      + " backtracks too much"));
    } catch (IllegalArgumentException wrong) {
      return unjudgeable("sample " + sample.id() + ": " + wrong.getMessage());
    }
  }

  private Judgement judged(List<String> ids, List<Boolean> followed) {
    var missed = new ArrayList<String>();
    for (int i = 0; i < ids.size(); i++) {
      if (!followed.get(i)) {
        missed.add(ids.get(i));
      }
    }
    int count = ids.size() - missed.size();
    double right = perPrompt ? (missed.isEmpty() ? 1 : 0) : count;
    double all = perPrompt ? 1 : ids.size();
    return judged(
        right / all,
        List.of(right, all),
        "follows "
            + count
            + " of "
            + ids.size()
            + (missed.isEmpty() ? "" : ", not " + PythonText.excerpt(missed.toString(), 300)));
  }
}
