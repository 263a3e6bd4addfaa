package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.embedding.Vectors;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cosine of the answer's and the target's vectors, which an embedding model of one's choice
/// gives; with several targets that of the nearest. As promptfoo's `similar` and in the manner of
/// Sentence-BERT (Reimers and Gurevych 2019).
@AutoService(MetricFactory.class)
public final class SemanticSimilarity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "semantic_similarity",
        "Mean cosine of the answer's and the nearest target's vectors by an embedding model.",
        TextTasks.ALL,
        true,
        -1,
        1,
        1,
        "https://arxiv.org/abs/1908.10084");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "judges",
            "list",
            "",
            "Id of the embedding model, which stands among the job's judges; the job's only judge if"
                + " not given."));
  }

  @Override
  public Asks asks() {
    return Asks.JUDGES;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Similar(this, Params.of(spec, this));
  }

  private static final class Similar extends Mean implements Consulting {

    private final List<String> judges;

    Similar(MetricFactory factory, Params params) {
      super(factory, params, 32);
      this.judges = params.texts("judges");
      if (judges.size() > 1) {
        throw new IllegalArgumentException(
            "judges of metric semantic_similarity names "
                + judges.size()
                + " models, expected one: the embedding model");
      }
    }

    @Override
    public List<String> judges() {
      return judges;
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return OpinionMetric.alone(this, sample);
    }

    @Override
    public List<Question> questions(Subject subject) {
      var text = subject.answer().textual().orElse("");
      if (text.isBlank()) {
        return List.of();
      }
      return targets(subject.sample()).stream()
          .flatMap(targets -> judges.stream().map(judge -> ask(judge, text, targets)))
          .toList();
    }

    private static Question ask(String judge, String text, List<String> targets) {
      var texts = new ArrayList<>(List.of(text));
      texts.addAll(targets);
      return new Question(judge, new ModelRequest.Embed(texts, "text"));
    }

    @Override
    public Optional<ModelRequest> followUp(Question question, Answer reply) {
      return Optional.empty();
    }

    @Override
    public Judgement judge(Subject subject, List<Answer> replies) {
      return judgeText(
          subject.sample(),
          subject.answer(),
          (text, targets) ->
              replies.isEmpty()
                  ? judged(0, "an empty answer is similar to nothing")
                  : similar(replies.getFirst(), targets));
    }

    private Judgement similar(Answer reply, List<String> targets) {
      if (!(reply instanceof Answer.Vectors(List<Embedding> vectors))
          || vectors.size() != targets.size() + 1) {
        return unjudgeable("the embedding model gave no vectors of answer and targets");
      }
      Embedding own = vectors.getFirst();
      int nearest = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < vectors.size(); i++) {
        Embedding other = vectors.get(i);
        Optional<String> problem = Vectors.problemWith(own).or(() -> Vectors.problemWith(other));
        if (problem.isPresent() || own.dimensions() != other.dimensions()) {
          return unjudgeable(
              "a vector of the embedding model " + problem.orElse("has other dimensions"));
        }
        double cosine = Vectors.cosine(own, other);
        if (cosine > most) {
          most = cosine;
          nearest = i - 1;
        }
      }
      return judged(most, "cosine " + most + " with “" + targets.get(nearest) + "”");
    }
  }
}
