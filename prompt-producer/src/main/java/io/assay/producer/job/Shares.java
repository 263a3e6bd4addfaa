package io.assay.producer.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Divides a batch among jobs and their models: in turns of a few prompts, so that a job of many
/// models gets no more than a job of one, and a model of many samples no more than one of few.
final class Shares {

  private static final long TURN = 25;

  private Shares() {}

  /// So many prompts for one model of a job.
  record Grant(Ledger ledger, String model, long count) {}

  /// @param jobs in turn; the first one is served first
  /// @param batch most prompts in all
  static List<Grant> divide(List<Ledger> jobs, long batch) {
    var claims = new ArrayDeque<Claim>();
    for (var job : jobs) {
      var claim = new Claim(job);
      if (claim.open()) {
        claims.add(claim);
      }
    }
    long left = batch;
    var served = new ArrayList<>(claims);
    while (left > 0 && !claims.isEmpty()) {
      var claim = claims.remove();
      left -= claim.turn(left);
      if (claim.open()) {
        claims.add(claim);
      }
    }
    return served.stream().flatMap(claim -> claim.grants().stream()).toList();
  }

  /// What one job could take, and has been given.
  private static final class Claim {
    private final Ledger ledger;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final Map<String, Long> wants = new LinkedHashMap<>();
    private final Map<String, Long> given = new LinkedHashMap<>();

    Claim(Ledger ledger) {
      this.ledger = ledger;
      for (var model : ledger.models()) {
        long credit = ledger.credit(model.id());
        if (credit > 0) {
          wants.put(model.id(), credit);
          waiting.add(model.id());
        }
      }
    }

    boolean open() {
      return !waiting.isEmpty();
    }

    long turn(long left) {
      String model = waiting.remove();
      long had = given.getOrDefault(model, 0L);
      long wanted = wants.getOrDefault(model, 0L);
      long count = Math.min(left, Math.min(TURN, wanted - had));
      given.put(model, had + count);
      if (had + count < wanted) {
        waiting.add(model);
      }
      return count;
    }

    List<Grant> grants() {
      return given.entrySet().stream()
          .map(each -> new Grant(ledger, each.getKey(), each.getValue()))
          .toList();
    }
  }
}
