package io.assay.tasks.aggregate;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Scores as the scorer would write them.
final class Scores {

  static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private Scores() {}

  static TaskSpec task(String name, String type, String... metrics) {
    return new TaskSpec(
        name,
        type,
        DatasetSpec.file("x.jsonl"),
        FieldMapping.DEFAULTS,
        PromptSpec.DEFAULTS,
        GenerationSettings.DEFAULTS,
        Arrays.stream(metrics).map(MetricSpec::of).toList(),
        1);
  }

  static Score score(
      String task,
      String sample,
      int epoch,
      Status status,
      @Nullable String cluster,
      List<Contribution> contributions) {
    return new Score(
        new SampleKey("job", "model", task, sample, epoch),
        "output",
        status,
        cluster == null ? sample : cluster,
        contributions,
        null,
        12.5,
        new Usage(10L, 20L, 0.1),
        false,
        AT);
  }

  static Score right(String sample, boolean right) {
    return score("qa", sample, 1, Status.SCORED, null, List.of(exactMatch(right)));
  }

  static Contribution exactMatch(boolean right) {
    return additive("exact_match", right ? 1 : 0, 1);
  }

  static Contribution additive(String metric, double... statistics) {
    return new Contribution(
        MetricSpec.of(metric),
        statistics[0],
        Arrays.stream(statistics).boxed().toList(),
        null,
        Map.of(),
        "because");
  }

  /// A score of any kind over the tasks `qa` (exact_match, token_f1, length), `sts`
  /// (cosine_spearman, cosine_pearson) and `search` (ndcg@10, recall@10).
  static Score any(Random random) {
    String task = List.of("qa", "sts", "search").get(random.nextInt(3));
    String sample = "s" + random.nextInt(60);
    int epoch = 1 + random.nextInt(2);
    Status status =
        random.nextInt(4) == 0
            ? List.of(Status.values()).get(random.nextInt(Status.values().length))
            : Status.SCORED;
    return new Score(
        new SampleKey("job", "model", task, sample, epoch),
        "output" + random.nextInt(),
        status,
        random.nextBoolean() ? sample : "c" + random.nextInt(10),
        slices(random),
        status == Status.SCORED ? contributions(task, sample, random) : List.of(),
        null,
        random.nextInt(5) == 0 ? null : random.nextDouble() * 1000,
        random.nextInt(5) == 0
            ? Usage.UNKNOWN
            : new Usage((long) random.nextInt(100), null, random.nextDouble()),
        null,
        random.nextBoolean(),
        AT);
  }

  private static List<String> slices(Random random) {
    var slices = new ArrayList<String>();
    if (random.nextInt(4) > 0) {
      slices.add("language=" + List.of("de", "fr", "sw").get(random.nextInt(3)));
    }
    if (random.nextBoolean()) {
      slices.add("level=" + random.nextInt(3));
    }
    return slices;
  }

  /// The same score of a sample in other slices.
  static Score in(Score score, List<String> slices) {
    return new Score(
        score.key(),
        score.outputId(),
        score.status(),
        score.cluster(),
        slices,
        score.contributions(),
        score.reason(),
        score.callMillis(),
        score.usage(),
        score.consulted(),
        score.redelivered(),
        score.at());
  }

  private static List<Contribution> contributions(String task, String sample, Random random) {
    return switch (task) {
      case "qa" -> {
        double f1 = random.nextDouble();
        double length = random.nextInt(1000);
        yield List.of(
            exactMatch(random.nextBoolean()),
            additive("token_f1", f1, f1 * f1, 1),
            additive("length", length, length * length, 1));
      }
      case "sts" -> {
        double cosine = random.nextInt(20) / 20.0;
        double gold = random.nextInt(6);
        yield List.of(
            additive("cosine_spearman", cosine, gold), additive("cosine_pearson", cosine, gold));
      }
      default -> {
        var vector = Embedding.of((float) random.nextGaussian(), random.nextInt(3), 1);
        boolean query = sample.hashCode() % 3 == 0;
        var contributions = new ArrayList<Contribution>();
        for (String metric : List.of("ndcg@10", "recall@10")) {
          contributions.add(
              new Contribution(
                  MetricSpec.of(metric),
                  null,
                  List.of(query ? 0.0 : 1.0),
                  vector,
                  query ? Map.of("s1", 1.0, "s2", 2.0) : Map.of(sample, 1.0),
                  null));
        }
        yield contributions;
      }
    };
  }

  static List<TaskSpec> allTasks() {
    return List.of(
        task("qa", "text-generation", "exact_match", "token_f1", "length"),
        task("sts", "embedding", "cosine_spearman", "cosine_pearson"),
        task("search", "embedding", "ndcg@10", "recall@10"));
  }
}
