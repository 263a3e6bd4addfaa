package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Job;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.Limits;
import io.assay.producer.support.Specs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the models, windows and batches, and wherever the service stops: no model has more
/// prompts out than its window allows, and each prompt is issued exactly once. Reissues are not
/// meant here.
class IssuingPropertyTest {

  private static final Instant NOW = Instant.EPOCH;

  /// What the broker holds: prompts and checkpoint of a batch, or nothing of it.
  private static final class Written {
    private final Map<String, List<Long>> positions = new HashMap<>();
    private @Nullable Checkpoint checkpoint;

    long issued(String model) {
      return positions.getOrDefault(model, List.of()).size();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyPromptIsIssuedOnceAndNeverMoreThanTheWindow(long seed) {
    var random = new Random(seed);
    int window = 1 + random.nextInt(60);
    int batch = 1 + random.nextInt(80);
    var job = job(random);
    var written = new Written();
    var settled = new HashMap<String, Long>();
    var ledger = open(job, written, window);
    for (int turn = 0; ledger.next() != Ledger.Step.FINISH; turn++) {
      assertThat(turn).as("turns until the end").isLessThan(100_000);
      issue(ledger, batch, written, random.nextInt(10) == 0);
      within(window, written, settled);
      settleSome(ledger, written, settled, random);
      if (random.nextInt(15) == 0) {
        ledger = open(job, written, window);
        reportAgain(ledger, settled);
      }
    }
    job.totals()
        .forEach((model, total) -> assertThat(written.positions.get(model)).isEqualTo(upTo(total)));
  }

  private static Job job(Random random) {
    var totals = new LinkedHashMap<String, Long>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      totals.put("m" + i, 1L + random.nextInt(500));
    }
    var task = Specs.task(Specs.file("d.jsonl"), FieldMapping.DEFAULTS, null);
    var queued = Specs.job("j", totals, task, Limits.NONE);
    return Jobs.running(queued, NOW);
  }

  private static Ledger open(Job job, Written written, int window) {
    return new Ledger(job, written.checkpoint, window, Duration.ofDays(1), NOW);
  }

  /// @param aborted whether the transaction fails, so that the ledger is not told
  private static void issue(Ledger ledger, int batch, Written written, boolean aborted) {
    var counts = new HashMap<String, Long>();
    var grants = Shares.divide(List.of(ledger), batch);
    assertThat(grants.stream().mapToLong(Shares.Grant::count).sum()).isLessThanOrEqualTo(batch);
    grants.forEach(grant -> counts.put(grant.model(), grant.count()));
    if (aborted || counts.isEmpty()) {
      return;
    }
    var checkpoint = ledger.checkpoint(counts);
    counts.forEach((model, count) -> {
      var list = written.positions.computeIfAbsent(model, _ -> new ArrayList<>());
      for (long i = 0; i < count; i++) {
        list.add(ledger.issued(model) + i);
      }
      ledger.issue(model, count, NOW);
    });
    written.checkpoint = checkpoint;
  }

  private static void within(int window, Written written, Map<String, Long> settled) {
    written.positions.forEach((model, list) ->
        assertThat(list.size() - settled.getOrDefault(model, 0L))
            .as("prompts of " + model + " that are out")
            .isLessThanOrEqualTo(window));
  }

  private static void settleSome(
      Ledger ledger, Written written, Map<String, Long> settled, Random random) {
    for (var model : ledger.models()) {
      long done = settled.getOrDefault(model.id(), 0L);
      long out = written.issued(model.id()) - done;
      if (out > 0) {
        long now = done + 1 + random.nextLong(out);
        settled.put(model.id(), now);
        ledger.settle(LedgerTest.progress(model.id(), now, false), NOW);
      }
    }
  }

  private static void reportAgain(Ledger ledger, Map<String, Long> settled) {
    settled.forEach((model, n) -> ledger.settle(LedgerTest.progress(model, n, false), NOW));
  }

  private static List<Long> upTo(long total) {
    var all = new ArrayList<Long>();
    for (long i = 0; i < total; i++) {
      all.add(i);
    }
    return all;
  }
}
