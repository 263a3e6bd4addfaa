package io.assay.producer.job;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.wire.EventHeaders;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.kafka.EventLog;
import io.assay.producer.kafka.PromptTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Puts batches of prompts on their way.
@ApplicationScoped
class Issuer {

  private static final System.Logger LOG = System.getLogger(Issuer.class.getName());
  private static final int MOST_REISSUES = 3;
  private static final int BATCH = 500;

  private final PromptTransactions transactions;
  private final EventLog log;
  private final SettledKeys settledKeys;
  private final MeterRegistry meters;

  Issuer(
      PromptTransactions transactions,
      EventLog log,
      SettledKeys settledKeys,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.log = log;
    this.settledKeys = settledKeys;
    this.meters = meters;
  }

  /// A job whose dataset cannot be read on.
  record Failure(ActiveJob job, String message) {}

  /// Issues one batch, as far as there is credit.
  ///
  /// @param jobs in turn
  /// @param failed gets the jobs that cannot be carried on
  /// @return how many prompts were issued
  int issue(List<ActiveJob> jobs, int batch, Consumer<Failure> failed) {
    var byLedger = new LinkedHashMap<Ledger, ActiveJob>();
    jobs.forEach(job -> byLedger.put(job.ledger(), job));
    var prompts = new ArrayList<Prompt>();
    var counts = new LinkedHashMap<Ledger, Map<String, Long>>();
    for (var grant : Shares.divide(List.copyOf(byLedger.keySet()), batch)) {
      var job = Objects.requireNonNull(byLedger.get(grant.ledger()));
      try {
        prompts.addAll(job.take(grant.model(), grant.count()));
        counts
            .computeIfAbsent(grant.ledger(), _ -> new HashMap<>())
            .put(grant.model(), grant.count());
      } catch (DatasetException | IllegalArgumentException e) {
        failed.accept(new Failure(job, String.valueOf(e.getMessage())));
      }
    }
    if (!prompts.isEmpty()) {
      write(prompts, counts);
    }
    return prompts.size();
  }

  private void write(List<Prompt> prompts, Map<Ledger, Map<String, Long>> counts) {
    List<Checkpoint> checkpoints =
        counts.entrySet().stream().map(each -> each.getKey().checkpoint(each.getValue())).toList();
    transactions.write(prompts, checkpoints);
    var now = Instant.now();
    counts.forEach((ledger, models) ->
        models.forEach((model, count) -> {
          ledger.issue(model, count, now);
          meters.counter("assay.producer.prompts.issued", "model", model).increment(count);
        }));
  }

  /// Issues again what has not settled for too long, a few times; then gives it up, so that the job
  /// ends.
  void reissue(ActiveJob job, String model) {
    var ledger = job.ledger();
    var unsettled = job.unsettled(model, settledKeys.of(ledger.job(), model));
    boolean giveUp = ledger.reissues(model) >= MOST_REISSUES;
    LOG.log(
        System.Logger.Level.WARNING,
        "job {0}: {1} of {2} made no progress, {3} unsettled prompts are {4}",
        ledger.job().jobId(),
        model,
        ledger.job().document().name(),
        unsettled.size(),
        giveUp ? "given up" : "issued again");
    if (giveUp) {
      abandon(unsettled, ledger.reissues(model));
    } else {
      again(unsettled, model);
    }
    ledger.reissued(model, !unsettled.isEmpty(), Instant.now());
  }

  private void again(List<Prompt> unsettled, String model) {
    for (int from = 0; from < unsettled.size(); from += BATCH) {
      transactions.write(
          unsettled.subList(from, Math.min(unsettled.size(), from + BATCH)), List.of());
    }
    meters.counter("assay.producer.prompts.reissued", "model", model).increment(unsettled.size());
  }

  private void abandon(List<Prompt> unsettled, int reissues) {
    for (int from = 0; from < unsettled.size(); from += BATCH) {
      log.write(
          unsettled.subList(from, Math.min(unsettled.size(), from + BATCH)).stream()
              .map(prompt -> abandoned(prompt, reissues))
              .toList());
    }
  }

  private static Output abandoned(Prompt prompt, int reissues) {
    return new Output(
        EventHeaders.randomId(),
        prompt,
        new Completion.Abandoned(
            reissues + 1,
            "no worker settled it, although it was issued " + (reissues + 1) + " times"),
        new Output.Timing(0, 0, null, 0),
        0,
        reissues + 1,
        "prompt-producer",
        Instant.now());
  }
}
