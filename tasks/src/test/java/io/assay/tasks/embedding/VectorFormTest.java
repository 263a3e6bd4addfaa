package io.assay.tasks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorFormTest {

  private static Judgement judge(String params, Embedding... vectors) {
    var sample =
        new Sample(
            "s1",
            MetricContract.JSON.textNode("t"),
            MetricContract.JSON.numberNode(1),
            null,
            Map.of());
    return Metrics.create(Judging.spec("dot_pearson", params))
        .judge(sample, new Answer.Vectors(List.of(vectors)));
  }

  private static double similarity(String params, Embedding... vectors) {
    return ((Judgement.Judged) judge(params, vectors)).contribution().statistics().get(1);
  }

  @Test
  void shortenedVectorsHaveLengthOneAgain() {
    assertThat(similarity("{}", Embedding.of(3, 4, 12), Embedding.of(3, 4, 12))).isEqualTo(169);
    assertThat(similarity("{\"dimensions\": 2}", Embedding.of(3, 4, 12), Embedding.of(3, 4, 12)))
        .isCloseTo(1, within(1e-6));
    assertThat(judge("{\"dimensions\": 4}", Embedding.of(3, 4, 12), Embedding.of(3, 4, 12)))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class,
            each -> assertThat(each.reason()).contains("3 dimensions, fewer than the 4 asked"));
  }

  @Test
  void bitsTellWhatIsAboveZero() {
    assertThat(
            similarity(
                "{\"quantisation\": \"binary\"}",
                Embedding.of(.5f, -.5f, .1f, 0),
                Embedding.of(.2f, .3f, .1f, -1)))
        .isEqualTo(2);
  }

  /// Sentence Transformers' `quantize_embeddings`: (x - least) / ((greatest - least) / 255) - 128,
  /// without what is behind the point, in single precision: values are NumPy's.
  @Test
  void stepsAreThoseOfSentenceTransformers() {
    List<float[]> vectors = List.of(new float[] {0, 2}, new float[] {1, 2}, new float[] {.5f, 2});

    assertThat(Quantisation.INT8.apply(vectors))
        .containsExactly(new float[] {-128, -128}, new float[] {126, -128}, new float[] {0, -128});
    assertThat(Quantisation.UINT8.apply(vectors))
        .containsExactly(new float[] {0, 0}, new float[] {254, 0}, new float[] {127, 0});
  }

  @Test
  void vectorsThatCannotBeComparedFailTheirSample() {
    assertThat(reason(Embedding.of(Float.NaN, 1), Embedding.of(1, 1)))
        .isEqualTo("vector 1 holds NaN at place 0, sample s1");
    assertThat(reason(Embedding.of(1, 1), Embedding.of(1, Float.POSITIVE_INFINITY)))
        .isEqualTo("vector 2 holds Infinity at place 1, sample s1");
    assertThat(reason(Embedding.of(1, 1), Embedding.of(0, 0)))
        .isEqualTo("vector 2 is zero, which has no direction, sample s1");
    assertThat(reason(Embedding.of(1, 1), Embedding.of(1)))
        .isEqualTo("vectors 1 and 2 have 2 and 1 dimensions, sample s1");
    assertThat(reason(Embedding.of(), Embedding.of()))
        .isEqualTo("vector 1 has no dimensions, sample s1");
    assertThat(reason(Embedding.of(1)))
        .isEqualTo("the model gave 1 vectors for sample s1, but dot_pearson needs 2");
  }

  private static String reason(Embedding... vectors) {
    return ((Judgement.Unjudgeable) judge("{}", vectors)).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndcg@10", "map@10", "mrr@10", "recall@10", "precision@10", "hit_rate@1"})
  void aQueryWithoutPassagesOrRelevantOnesIsWorthNothing(String name) {
    SetMetric metric = EmbeddingCases.metric(name);
    SetMetric.Row query = ask(metric, "q", Map.of("p", 1));
    SetMetric.Row unanswerable = ask(metric, "r", Map.of());
    SetMetric.Row passage =
        EmbeddingCases.row(metric, "p", null, kind("passage"), List.of(Embedding.of(1, 0)));

    assertThat(metric.prepare(List.of(query)).value()).hasValue(0);
    assertThat(metric.prepare(List.of(unanswerable, passage)).value()).hasValue(0);
    assertThat(metric.prepare(List.of(passage)).value()).isEmpty();
  }

  private static SetMetric.Row ask(SetMetric metric, String id, Map<String, Integer> grades) {
    var target = MetricContract.JSON.objectNode();
    grades.forEach(target::put);
    return EmbeddingCases.row(metric, id, target, kind("query"), List.of(Embedding.of(1, 0)));
  }

  private static Map<String, com.fasterxml.jackson.databind.JsonNode> kind(String kind) {
    return Map.of("kind", MetricContract.JSON.textNode(kind));
  }

  /// The positive candidate is nearest but for one, and ties with another that is not relevant.
  @Test
  void candidatesAreRankedAmongThemselvesAndTiesAgainstTheModel() {
    SetMetric metric = EmbeddingCases.metric("mrr@10");
    SetMetric.Row row =
        EmbeddingCases.row(
            metric,
            "s",
            MetricContract.JSON.arrayNode().add(1).add(0).add(0).add(0),
            Map.of(),
            List.of(
                Embedding.of(1, 0),
                Embedding.of(2, 1),
                Embedding.of(4, 2),
                Embedding.of(9, 1),
                Embedding.of(0, 1)));

    assertThat(metric.prepare(List.of(row)).value()).hasValue(1 / 3.0);
    assertThat(metric.prepare(List.of(row)).units().getFirst().explanation())
        .isEqualTo("relevant at rank 3; found candidate 3, candidate 2, candidate 1, candidate 4");
  }
}
