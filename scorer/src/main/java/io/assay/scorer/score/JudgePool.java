package io.assay.scorer.score;

import io.assay.contracts.event.Output;
import io.assay.scorer.ScorerConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Judges batches on threads of its own, as many as there are processors: judging is pure
/// computation. Verdicts keep the order of their records.
@Singleton
class JudgePool {

  private static final int SMALLEST_SLICE = 32;

  private final RecordJudge judge;
  private final int width;
  private final ExecutorService threads;

  JudgePool(RecordJudge judge, ScorerConfig config) {
    this.judge = judge;
    this.width = config.judges().orElse(Runtime.getRuntime().availableProcessors());
    this.threads =
        Executors.newFixedThreadPool(
            width, Thread.ofPlatform().name("scorer-judge-", 0).daemon().factory());
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }

  List<Verdict> judge(List<ConsumerRecord<String, Output>> entries) {
    if (entries.size() <= SMALLEST_SLICE) {
      return judgeAll(entries);
    }
    int slice = Math.max(SMALLEST_SLICE, Math.ceilDiv(entries.size(), width * 4));
    var running = new ArrayList<Future<List<Verdict>>>();
    for (int from = 0; from < entries.size(); from += slice) {
      var part = entries.subList(from, Math.min(from + slice, entries.size()));
      running.add(threads.submit(() -> judgeAll(part)));
    }
    var verdicts = new ArrayList<Verdict>(entries.size());
    running.forEach(part -> verdicts.addAll(result(part)));
    return verdicts;
  }

  private List<Verdict> judgeAll(List<ConsumerRecord<String, Output>> entries) {
    return entries.stream().map(judge::judge).toList();
  }

  private static List<Verdict> result(Future<List<Verdict>> part) {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("judging broke outside of any metric", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while judging; the batch comes again", e);
    }
  }
}
