package io.assay.tasks.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CosineCorrelationTest {

  @Nested
  class Spearman implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("cosine_spearman");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return pair(random, number);
    }
  }

  @Nested
  class Pearson implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("cosine_pearson");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return pair(random, number);
    }
  }

  private static MetricContract.Case pair(Random random, int number) {
    var sample = pairSample(number, random.nextInt(6));
    var vectors =
        new Answer.Vectors(
            List.of(
                Embedding.of((float) random.nextGaussian(), 1),
                Embedding.of(1, (float) random.nextGaussian())));
    return new MetricContract.Case(sample, vectors);
  }

  private static Sample pairSample(int number, double gold) {
    var json = MetricContract.JSON;
    return new Sample(
        "s" + number, json.arrayNode().add("a").add("b"), json.numberNode(gold), null, Map.of());
  }

  @Test
  void itAgreesWithMteb() {
    Golden.rows("embeddings/sts.jsonl")
        .filter(row -> !Golden.isError(row.at("/expected/f64")) && !tagged(row, "zero-vector"))
        .forEach(row -> {
          check(row, "cosine_pearson");
          check(row, "cosine_spearman");
        });
  }

  private static boolean tagged(JsonNode row, String tag) {
    return row.path("tags").toString().contains(tag);
  }

  private static void check(JsonNode row, String name) {
    JsonNode expected = row.at("/expected/f64/" + name);
    OptionalDouble actual = value(row, (SetMetric) Metrics.create(MetricSpec.of(name)));
    String id = row.path("id").asText() + " " + name;
    if (expected.isMissingNode() || Double.isNaN(Golden.number(expected))) {
      assertThat(actual).as(id).isEmpty();
    } else {
      assertThat(actual.orElse(Double.NaN)).as(id).isCloseTo(Golden.number(expected), within(1e-9));
    }
  }

  private static OptionalDouble value(JsonNode row, SetMetric metric) {
    var rows = new ArrayList<SetMetric.Row>();
    JsonNode gold = row.at("/input/gold");
    for (int i = 0; i < gold.size(); i++) {
      var answer =
          new Answer.Vectors(
              List.of(
                  vector(row.at("/input/embeddings1").get(i)),
                  vector(row.at("/input/embeddings2").get(i))));
      if (metric.judge(pairSample(i, Golden.number(gold.get(i))), answer)
          instanceof Judgement.Judged judged) {
        rows.add(new SetMetric.Row("s" + i, 1, "s" + i, judged.contribution()));
      }
    }
    return metric.prepare(rows).value();
  }

  private static Embedding vector(JsonNode numbers) {
    double[] doubles = Golden.numbers(numbers);
    var floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return Embedding.of(floats);
  }

  /// To 1e-7 only: some vectors are written in doubles that are no floats.
  @Test
  void cosineAgreesWithScikitLearnAndWhatHasNoDirectionIsNamed() {
    Golden.rows("embeddings/similarity.jsonl")
        .forEach(row -> {
          Embedding a = vector(row.at("/input/a"));
          Embedding b = vector(row.at("/input/b"));
          boolean fit =
              Vectors.problemWith(a).isEmpty()
                  && Vectors.problemWith(b).isEmpty()
                  && a.dimensions() == b.dimensions();
          JsonNode expected = row.at("/expected/cosine_sklearn_f64");
          if (fit) {
            assertThat(Vectors.cosine(a, b))
                .as(row.path("id").asText())
                .isCloseTo(Golden.number(expected), within(1e-7));
          } else {
            assertThat(Golden.isError(expected) || tagged(row, "zero-vector"))
                .as(row.path("id").asText())
                .isTrue();
          }
        });
  }
}
