package io.assay.tasks.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every metric has: its facts, its parameters, its signature.
public abstract class Definition {

  private final Params params;
  private final MetricInfo info;

  protected Definition(MetricFactory factory, Params params) {
    this.params = params;
    this.info = factory.info();
  }

  public final MetricSpec spec() {
    return params.spec();
  }

  public final MetricInfo info() {
    return info;
  }

  public final String signature() {
    return params.signature(info);
  }

  protected final Judgement judged(double value, List<Double> statistics, String explanation) {
    return new Judgement.Judged(
        new Contribution(spec(), value, statistics, null, Map.of(), explanation));
  }

  protected static Judgement unjudgeable(String reason) {
    return new Judgement.Unjudgeable(reason);
  }

  /// The judgement where what judges cannot be had.
  protected static Judgement notJudged(String reason) {
    return new Judgement.NotJudged(reason);
  }

  /// What is wrong where an answer is not of the kind that a metric reads.
  protected final Judgement wrongAnswer(Answer answer, String expected) {
    String given =
        switch (answer) {
          case Answer.Text _ -> "text";
          case Answer.Vectors _ -> "vectors";
          case Answer.Likelihoods _ -> "likelihoods";
          case Answer.Transcript _ -> "a transcript";
          case Answer.Images _ -> "images";
        };
    return unjudgeable(info.name() + " judges " + expected + ", but the model gave " + given);
  }

  /// The texts that a sample expects, or why there are none.
  protected final Optional<List<String>> targets(Sample sample) {
    return Targets.texts(sample.target());
  }

  /// The text of an answer that is one, written or heard.
  protected static Optional<String> textOf(Answer answer) {
    return answer.textual();
  }

  /// Judges a text against the texts that its sample expects, of which there is at least one.
  protected interface TextJudge {
    Judgement judge(String text, List<String> targets);
  }

  /// Judges if the answer is a text and the sample has targets that are texts.
  protected final Judgement judgeText(Sample sample, Answer answer, TextJudge judge) {
    return textOf(answer)
        .map(text ->
            targets(sample)
                .map(targets -> judge.judge(text, targets))
                .orElseGet(() -> noTarget(sample)))
        .orElseGet(() -> wrongAnswer(answer, "texts"));
  }

  protected final Judgement noTarget(Sample sample) {
    return unjudgeable(
        "target of sample "
            + sample.id()
            + " is "
            + Targets.describe(sample.target())
            + ", but "
            + info.name()
            + " needs a text, a number or a list of these");
  }
}
