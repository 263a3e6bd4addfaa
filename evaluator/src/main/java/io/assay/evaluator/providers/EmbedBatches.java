package io.assay.evaluator.providers;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.provider.CallContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Puts the texts of several samples into one request, where they come within a few milliseconds.
/// Each sample is still counted, priced, retried and failed by itself: where a server refuses a
/// batch, each of its samples is asked alone, so that one bad text fails alone.
final class EmbedBatches {

  private final ModelSpec spec;
  private final int most;
  private final Duration delay;
  private final Sender sender;
  private @Nullable Batch open;

  /// Sends a batch in a place of its own.
  @FunctionalInterface
  interface Sender {
    Sent send(List<String> texts, Duration limit) throws InterruptedException;
  }

  /// What came of a batch.
  ///
  /// @param waited for a place
  record Sent(Duration waited, Outcome outcome, @Nullable String requestId) {}

  private record Member(List<String> texts, Duration left, CompletableFuture<Sent> sent) {}

  private static final class Batch {
    private final List<Member> members = new ArrayList<>();
    private final CountDownLatch full = new CountDownLatch(1);
    private int texts;
  }

  /// @param most texts in a request
  /// @param delay how long the first text waits for others
  EmbedBatches(ModelSpec spec, int most, Duration delay, Sender sender) {
    this.spec = spec;
    this.most = most;
    this.delay = delay;
    this.sender = sender;
  }

  /// One attempt for one sample's texts.
  Outcome once(List<String> texts, Duration left, CallContext call) throws InterruptedException {
    var sent =
        most <= texts.size() ? sender.send(texts, left) : result(join(texts, left).sent(), texts);
    if (sent.outcome() instanceof Outcome.Settled(Completion.Refused _) && most > texts.size()) {
      call.addWait(sent.waited());
      sent = sender.send(texts, left);
    }
    call.addWait(sent.waited());
    call.notes().requestId(sent.requestId());
    return sent.outcome();
  }

  private synchronized Member join(List<String> texts, Duration left) {
    var batch = open;
    if (batch == null || batch.texts + texts.size() > most) {
      if (batch != null) {
        batch.full.countDown();
      }
      batch = begin();
    }
    var member = new Member(texts, left, new CompletableFuture<>());
    batch.members.add(member);
    batch.texts += texts.size();
    if (batch.texts >= most) {
      open = null;
      batch.full.countDown();
    }
    return member;
  }

  private Batch begin() {
    var batch = new Batch();
    open = batch;
    Thread.ofVirtual().name("embed-batch").start(() -> sendWhenDue(batch));
    return batch;
  }

  private void sendWhenDue(Batch batch) {
    try {
      boolean _ = batch.full.await(delay.toNanos(), TimeUnit.NANOSECONDS);
      hand(closed(batch));
    } catch (InterruptedException | RuntimeException | Error e) {
      batch.members.forEach(member -> member.sent.completeExceptionally(e));
    }
  }

  private synchronized List<Member> closed(Batch batch) {
    if (open == batch) {
      open = null;
    }
    return List.copyOf(batch.members);
  }

  private void hand(List<Member> members) throws InterruptedException {
    var texts = members.stream().flatMap(member -> member.texts().stream()).toList();
    var limit = members.stream().map(Member::left).max(Duration::compareTo).orElse(Duration.ZERO);
    var sent = sender.send(texts, limit);
    long characters = texts.stream().mapToLong(String::length).sum();
    int from = 0;
    long charactersBefore = 0;
    for (var member : members) {
      int to = from + member.texts().size();
      long own = member.texts().stream().mapToLong(String::length).sum();
      var part = new Part(from, to, charactersBefore, charactersBefore + own, characters);
      member.sent.complete(
          new Sent(sent.waited(), part.of(sent.outcome(), spec), sent.requestId()));
      from = to;
      charactersBefore += own;
    }
  }

  /// A sample's part of a batch: its vectors, and tokens by its share of the characters, rounded so
  /// that all parts add up.
  private record Part(int from, int to, long begin, long end, long all) {

    Outcome of(Outcome outcome, ModelSpec spec) {
      return outcome
              instanceof
              Outcome.Settled(
                  Completion.Answered(Answer.Vectors(var vectors), var _, var usage, var model))
          ? answered(vectors.subList(from, to), usage.inputTokens(), spec, model)
          : outcome;
    }

    private Outcome answered(
        List<Embedding> vectors, @Nullable Long tokens, ModelSpec spec, @Nullable String model) {
      Long own = tokens == null ? null : Long.valueOf(upTo(end, tokens) - upTo(begin, tokens));
      return new Outcome.Settled(
          new Completion.Answered(
              new Answer.Vectors(vectors), null, Prices.usage(spec.price(), own, 0L), model));
    }

    private long upTo(long characters, long tokens) {
      return all == 0 ? 0 : Math.round((double) tokens * characters / all);
    }
  }

  private static Sent result(CompletableFuture<Sent> sent, List<String> texts)
      throws InterruptedException {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a batch with " + texts.size() + " texts of this sample failed", e.getCause());
    }
  }
}
