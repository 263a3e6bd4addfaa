package io.assay.scorer.consult;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Inquiry;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.scorer.DeadLetters;
import io.assay.scorer.Failure;
import io.assay.scorer.MetricFailure;
import io.assay.scorer.jobs.JobDirectory;
import io.assay.scorer.jobs.JobStanding;
import io.assay.scorer.publish.Questions;
import io.assay.scorer.publish.Scores;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/// Deals with groups of answers: asks the first question about a complete one, ends those of
/// cancelled jobs. What follows from a group is with the broker before its records are deleted, so
/// that a crash in between asks again and loses nothing.
@Singleton
class PairingDesk {

  private static final Logger LOG = Logger.getLogger(PairingDesk.class);
  private static final int AT_ONCE = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("scorer-pairing").daemon().factory());
  private final Pairings pairings;
  private final Inquiries inquiries;
  private final Questions questions;
  private final Scores scores;
  private final DeadLetters deadLetters;
  private final JobDirectory jobs;

  PairingDesk(
      Pairings pairings,
      Inquiries inquiries,
      Questions questions,
      Scores scores,
      DeadLetters deadLetters,
      JobDirectory jobs) {
    this.pairings = pairings;
    this.inquiries = inquiries;
    this.questions = questions;
    this.scores = scores;
    this.deadLetters = deadLetters;
    this.jobs = jobs;
  }

  void start(@Observes StartupEvent event) {
    var _ = clock.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  /// The edge: a round that breaks is logged, and the next one comes.
  private void sweep() {
    try {
      endStopped();
      settleComplete();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("a round of pairing broke; the next one tries again", e);
    }
  }

  /// Asks about every complete group.
  void settleComplete() {
    lock.lock();
    try {
      each(pairings.complete(), this::begin);
    } finally {
      lock.unlock();
    }
  }

  /// Ends what waits for answers that will never be asked for.
  private void endStopped() {
    lock.lock();
    try {
      each(pairings.ofJobs(this::hasStopped), this::skip);
      each(pairings.ofJobs(jobs::hasEnded), _ -> List.of());
    } finally {
      lock.unlock();
    }
  }

  private boolean hasStopped(String jobId) {
    return jobs.find(jobId) instanceof JobStanding.Open(var job)
        && (job.cancelled() || job.failed());
  }

  private interface Settling {
    List<Uni<Void>> of(Pairings.Group group);
  }

  private void each(List<Pairings.Group> groups, Settling settling) {
    for (int from = 0; from < groups.size(); from += AT_ONCE) {
      var some = groups.subList(from, Math.min(from + AT_ONCE, groups.size()));
      await(some.stream().flatMap(group -> settling.of(group).stream()).toList());
      await(some.stream().flatMap(group -> group.keys().stream()).map(questions::forget).toList());
      some.forEach(pairings::forget);
    }
  }

  private static void await(List<Uni<Void>> sent) {
    if (!sent.isEmpty()) {
      Uni.join().all(sent).andCollectFailures().await().indefinitely();
    }
  }

  private List<Uni<Void>> begin(Pairings.Group group) {
    var at = Instant.now();
    var answered = group.candidates().stream().filter(each -> each.answer() != null).toList();
    if (answered.isEmpty()) {
      return List.of(); // their scores were written when they failed
    }
    var prompt = answered.getFirst().prompt();
    try {
      var subjects =
          group.candidates().stream()
              .map(each -> new Inquiry.Subject(each.draft(), each.answer()))
              .toList();
      return switch (inquiries.begin(prompt, subjects, at)) {
        case Step.Ask(var question) -> List.of(ask(question, answered));
        case Step.Done(var done) -> send(done, prompt);
      };
    } catch (MetricFailure e) {
      var sent = new ArrayList<>(failed(answered, Failure.of(Status.DEAD_LETTER, e.getMessage())));
      sent.add(deadLetters.send(letter(prompt, e, at)));
      return sent;
    }
  }

  private static DeadLetter letter(Prompt prompt, MetricFailure e, Instant at) {
    return new DeadLetter(
        Topics.CANDIDATES,
        0,
        0,
        prompt.recordKey(),
        null,
        "pairing",
        String.valueOf(e.getMessage()),
        at);
  }

  private Uni<Void> ask(Prompt question, List<Candidate> answered) {
    return questions
        .ask(question)
        .flatMap(sent ->
            switch (sent) {
              case THERE -> Uni.createFrom().voidItem();
              case TOO_LARGE ->
                  Uni.join()
                      .all(failed(answered, tooLarge(question)))
                      .andCollectFailures()
                      .replaceWithVoid();
            });
  }

  private static Failure tooLarge(Prompt question) {
    return Failure.of(
        Status.FAILED_MODEL,
        "the question to judge "
            + question.model().id()
            + " is too large for a record: the answers are too long to be compared");
  }

  private List<Uni<Void>> skip(Pairings.Group group) {
    return failed(
        group.candidates().stream().filter(each -> each.answer() != null).toList(),
        Failure.of(Status.SKIPPED, "the job was stopped before all models had answered"));
  }

  private List<Uni<Void>> failed(List<Candidate> answered, Failure failure) {
    return answered.stream()
        .map(each ->
            scores.send(
                each.draft().settledAs(failure.status(), failure.reason(), Instant.now()),
                each.prompt().taskType()))
        .toList();
  }

  private List<Uni<Void>> send(List<Score> done, Prompt prompt) {
    return done.stream().map(score -> scores.send(score, prompt.taskType())).toList();
  }
}
