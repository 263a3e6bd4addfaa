package io.assay.contracts.event;

import java.util.List;
import java.util.Map;

/// The pipeline on one page, in order: a topic's name, what it holds, and how it is kept.
public final class Topics {

  /// The catalogue: [CatalogEntry] by model id.
  public static final String MODELS = "assay.models";

  /// [Job] by job id.
  public static final String JOBS = "assay.jobs";

  /// [Checkpoint] by job id, in one transaction with prompts.
  public static final String CHECKPOINTS = "assay.checkpoints";

  /// [Prompt] by sample key; one topic a pool, read through a share group.
  public static final String PROMPTS = "assay.prompts.";

  /// [Output] by sample key, a (job, model) in one partition.
  public static final String OUTPUTS = "assay.outputs";

  /// [Candidate] by sample and model, those that wait for other models' answers; deleted when they
  /// have come.
  public static final String CANDIDATES = "assay.candidates";

  /// [Score] by sample key, a (job, model) in one partition.
  public static final String SCORES = "assay.scores";

  /// [MetricSnapshot] by job, model, task, slice and metric.
  public static final String METRICS = "assay.metrics";

  /// [Progress] by job and model.
  public static final String PROGRESS = "assay.progress";

  /// [DeadLetter] by the original key.
  public static final String DEAD_LETTERS = "assay.dead-letters";

  /// [WorkerState] by worker, again and again while it lives.
  public static final String WORKERS = "assay.workers";

  private static final String COMPACT = "compact";
  private static final String DELETE = "delete";
  private static final String FOREVER = "-1";
  private static final String TEN_MINUTES = Long.toString(10L * 60 * 1000);
  private static final String A_WEEK = Long.toString(7L * 24 * 60 * 60 * 1000);

  /// A topic as it is created.
  ///
  /// @param name the topic
  /// @param parallel whether it has many partitions; the others have one
  /// @param config Kafka's settings
  public record Topic(String name, boolean parallel, Map<String, String> config) {}

  private Topics() {}

  /// The prompts of one pool.
  public static String prompts(String pool) {
    return PROMPTS + pool;
  }

  /// Every topic, with the prompts of the given pools. Prompts have one partition: a share group
  /// needs no more for any number of workers, and with several a member is assigned only some, so
  /// that a slow call could hold up its partition while others are free.
  public static List<Topic> all(List<String> pools) {
    var prompts =
        pools.stream()
            .map(pool -> topic(prompts(pool), false, DELETE, "retention.ms", A_WEEK))
            .toList();
    var others =
        List.of(
            topic(MODELS, false, COMPACT),
            topic(JOBS, false, COMPACT),
            topic(CHECKPOINTS, false, COMPACT),
            topic(OUTPUTS, true, DELETE, "retention.ms", FOREVER),
            topic(CANDIDATES, true, COMPACT),
            topic(SCORES, true, COMPACT),
            topic(METRICS, true, COMPACT),
            topic(PROGRESS, true, COMPACT),
            topic(DEAD_LETTERS, false, DELETE, "retention.ms", FOREVER),
            topic(WORKERS, false, DELETE, "retention.ms", TEN_MINUTES, "segment.ms", TEN_MINUTES));
    return java.util.stream.Stream.concat(prompts.stream(), others.stream()).toList();
  }

  private static Topic topic(String name, boolean parallel, String cleanup, String... more) {
    var config = new java.util.HashMap<String, String>();
    config.put("cleanup.policy", cleanup);
    config.put("compression.type", "producer");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return new Topic(name, parallel, Map.copyOf(config));
  }
}
