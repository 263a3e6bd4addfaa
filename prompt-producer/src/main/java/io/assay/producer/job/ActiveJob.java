package io.assay.producer.job;

import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.ModelSpec;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.IdSet;
import io.assay.producer.dataset.JobFiles;
import io.assay.producer.prompt.Judges;
import io.assay.producer.prompt.PromptCursor;
import io.assay.producer.prompt.PromptMaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A running job's books and what it has open: one cursor a model, which stays where it is between
/// batches.
final class ActiveJob {

  private final Ledger ledger;
  private final JobFiles files;
  private final Map<String, PromptCursor> cursors = new HashMap<>();
  private final Judges judges;
  private List<PromptMaker> makers = List.of();

  ActiveJob(Ledger ledger, JobFiles files) {
    this.ledger = ledger;
    this.files = files;
    this.judges = new Judges(ledger.job().document());
  }

  Ledger ledger() {
    return ledger;
  }

  /// The next prompts of a model. They count as issued only once the ledger is told.
  ///
  /// @throws DatasetException where the dataset cannot be read on
  List<Prompt> take(String modelId, long count) {
    var cursor = cursors.computeIfAbsent(modelId, id -> cursorAt(id, ledger.issued(id)));
    var prompts = new ArrayList<Prompt>();
    for (long i = 0; i < count; i++) {
      prompts.add(cursor.next());
    }
    return prompts;
  }

  /// Prompts of a model that were issued and have no score.
  ///
  /// @throws DatasetException where the dataset cannot be read
  List<Prompt> unsettled(String modelId, IdSet settled) {
    var unsettled = new ArrayList<Prompt>();
    try (var cursor = cursorAt(modelId, 0)) {
      for (long i = 0; i < ledger.issued(modelId); i++) {
        var prompt = cursor.next();
        if (!settled.contains(prompt.recordKey())) {
          unsettled.add(prompt);
        }
      }
    }
    return unsettled;
  }

  private PromptCursor cursorAt(String modelId, long position) {
    if (makers.isEmpty()) {
      makers = makers(position > 0);
    }
    var asked = makers.stream().filter(maker -> maker.task().asks(modelId)).toList();
    var cursor =
        new PromptCursor(
            ledger.job().jobId(), model(modelId), ledger.job().document().limits(), asked, judges);
    cursor.skip(position);
    return cursor;
  }

  private List<PromptMaker> makers(boolean continued) {
    var opened =
        ledger.job().document().tasks().stream().map(task -> PromptMaker.of(task, files)).toList();
    if (continued) {
      opened.forEach(this::demandSameData);
    }
    return opened;
  }

  /// A position in a dataset means nothing in another one.
  ///
  /// @throws DatasetException where its files have changed since the job was accepted
  private void demandSameData(PromptMaker maker) {
    var accepted = ledger.job().datasets().get(maker.task().name());
    if (accepted != null && !accepted.sha256().equals(maker.dataset().sha256())) {
      throw new DatasetException(
          "the dataset of task "
              + maker.task().name()
              + " has changed since the job was accepted (its SHA-256 is no longer "
              + accepted.sha256()
              + "): submit the job anew");
    }
  }

  private ModelSpec model(String modelId) {
    return ledger.models().stream()
        .filter(each -> each.id().equals(modelId))
        .findFirst()
        .orElseThrow();
  }

  /// Forgets how far the cursors are; they are opened anew at the ledger's positions.
  void rewind() {
    cursors.values().forEach(PromptCursor::close);
    cursors.clear();
  }

  /// Lets go of everything.
  void close() {
    rewind();
    files.delete();
  }
}
