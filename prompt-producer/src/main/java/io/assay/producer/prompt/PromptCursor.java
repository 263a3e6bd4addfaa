package io.assay.producer.prompt;

import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.ModelSpec;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.Item;
import io.assay.producer.dataset.Items;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All prompts of one model of a job: task after task, sample after sample, repeat after repeat.
/// Two cursors of one job and model give the same prompts at the same positions.
public final class PromptCursor implements Closeable {

  private final String jobId;
  private final ModelSpec model;
  private final Limits limits;
  private final List<PromptMaker> tasks;
  private final Judges judges;
  private int task = -1;
  private @Nullable Items items;
  private Item.@Nullable Good item;
  private int epoch;
  private long position;

  /// At the first prompt.
  public PromptCursor(
      String jobId, ModelSpec model, Limits limits, List<PromptMaker> tasks, Judges judges) {
    this.jobId = jobId;
    this.model = model;
    this.limits = limits;
    this.tasks = List.copyOf(tasks);
    this.judges = judges;
  }

  /// How many prompts were taken or passed over.
  public long position() {
    return position;
  }

  /// Passes over so many prompts without making them.
  ///
  /// @throws DatasetException where the dataset has fewer
  public void skip(long count) {
    for (long i = 0; i < count; i++) {
      advance();
    }
  }

  /// The next prompt.
  ///
  /// @throws DatasetException where the dataset has none left or cannot be read
  public Prompt next() {
    var good = advance();
    var maker = tasks.get(task);
    try {
      var sample = maker.stored(good);
      return new Prompt(
          key(maker, good),
          maker.task().type(),
          model,
          maker.request(good, sample, epoch),
          sample,
          maker.task().metrics(),
          limits.maxRetries(),
          limits.timeLimit(),
          judges.of(maker.task()),
          Instant.now());
    } catch (IllegalArgumentException e) {
      throw new DatasetException(good.place() + ": " + e.getMessage());
    }
  }

  /// The key of the next prompt, without making it.
  public SampleKey nextKey() {
    var good = advance();
    return key(tasks.get(task), good);
  }

  private SampleKey key(PromptMaker maker, Item.Good good) {
    return new SampleKey(jobId, model.id(), maker.task().name(), good.sample().id(), epoch);
  }

  private Item.Good advance() {
    position++;
    if (item != null && epoch < tasks.get(task).task().epochs()) {
      epoch++;
      return item;
    }
    var next = nextItem();
    item = next;
    epoch = 1;
    return next;
  }

  private Item.Good nextItem() {
    while (true) {
      var next = items == null ? null : items.next();
      if (next instanceof Item.Good good) {
        return good;
      }
      if (next instanceof Item.Bad bad) {
        throw new DatasetException(bad.text());
      }
      openNextTask();
    }
  }

  private void openNextTask() {
    close();
    if (task + 1 >= tasks.size()) {
      throw new DatasetException(
          "the dataset has fewer samples than when the job was accepted: was its file changed?");
    }
    task++;
    items = tasks.get(task).dataset().open();
  }

  @Override
  public void close() {
    if (items != null) {
      items.close();
      items = null;
    }
  }
}
