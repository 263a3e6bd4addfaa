package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Contribution;
import io.assay.tasks.Golden;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract.Case;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What the tests of corpus metrics share.
final class CorpusScores {

  private static final String[] WORDS = {"the", "cat", "sat", "on", "a", "mat", "today", "."};

  private CorpusScores() {}

  static Case anyCase(Random random, int number) {
    return new Case(
        TextCases.sample(number, text(random)),
        new io.assay.contracts.event.Answer.Text(text(random)));
  }

  static String text(Random random) {
    var text = new StringBuilder("the");
    for (int i = 0; i < 9; i++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  /// A job's metric gives sacreBLEU's corpus scores: from contributions of single samples, in any
  /// order.
  static void checkCorpora(String file, String golden, String metric) {
    List<JsonNode> rows =
        Golden.rows(file).filter(row -> row.path("metric").asText().equals(golden)).toList();
    assertThat(rows).isNotEmpty();
    for (JsonNode row : rows) {
      var made =
          (AdditiveMetric) Metrics.create(Judging.spec(metric, row.path("params").toString()));
      assertThat(made.value(sums(made, row.path("inputs"))))
          .as(row.path("id").asText())
          .hasValueCloseTo(row.at("/expected/score").asDouble(), within(1e-9));
    }
  }

  private static double[] sums(AdditiveMetric metric, JsonNode inputs) {
    var contributions = new ArrayList<Contribution>();
    for (int i = 0; i < inputs.path("predictions").size(); i++) {
      String prediction = inputs.path("predictions").get(i).asText();
      contributions.add(Judging.judged(metric, prediction, inputs.path("references").get(i)));
    }
    Collections.shuffle(contributions, new Random(1));
    var sums = new double[metric.statistics().size()];
    for (Contribution each : contributions) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += each.statistics().get(i);
      }
    }
    return sums;
  }
}
