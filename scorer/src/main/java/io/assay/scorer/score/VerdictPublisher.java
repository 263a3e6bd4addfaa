package io.assay.scorer.score;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.scorer.DeadLetters;
import io.assay.scorer.Failure;
import io.assay.scorer.consult.Inquiries;
import io.assay.scorer.publish.Questions;
import io.assay.scorer.publish.Scores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Sends what follows from verdicts, in order.
@Singleton
class VerdictPublisher {

  private final Scores scores;
  private final Questions questions;
  private final Inquiries inquiries;
  private final DeadLetters deadLetters;

  VerdictPublisher(
      Scores scores, Questions questions, Inquiries inquiries, DeadLetters deadLetters) {
    this.scores = scores;
    this.questions = questions;
    this.inquiries = inquiries;
    this.deadLetters = deadLetters;
  }

  /// Completes when the broker has everything. Does not fail for a broker that is away: it waits
  /// for it.
  Uni<Void> publish(List<Verdict> verdicts) {
    var sent = new ArrayList<Uni<Void>>(verdicts.size());
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Settled settled -> send(settled.scores(), settled.taskType(), sent);
        case Verdict.Asked(var question) -> sent.add(ask(question));
        case Verdict.SetAside aside -> setAside(aside, sent);
        case Verdict.Broken broken -> broken(broken, sent);
        case Verdict.Unreadable unreadable -> sent.add(deadLetters.send(unreadable.letter()));
        case Verdict.Deleted _ -> {}
      }
    }
    return all(sent);
  }

  private static Uni<Void> all(List<Uni<Void>> sent) {
    return sent.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(sent).andCollectFailures().replaceWithVoid();
  }

  private void send(List<Score> settled, String taskType, List<Uni<Void>> sent) {
    settled.forEach(score -> sent.add(scores.send(score, taskType)));
  }

  private void setAside(Verdict.SetAside aside, List<Uni<Void>> sent) {
    var score = aside.score();
    if (score != null) {
      sent.add(scores.send(score, aside.candidate().prompt().taskType()));
    }
    sent.add(setAside(aside.candidate()));
  }

  private void broken(Verdict.Broken broken, List<Uni<Void>> sent) {
    sent.add(deadLetters.send(broken.letter()));
    send(broken.scores(), broken.taskType(), sent);
    var candidate = broken.candidate();
    if (candidate != null) {
      sent.add(setAside(candidate));
    }
  }

  private Uni<Void> ask(Prompt question) {
    return questions
        .ask(question)
        .flatMap(result ->
            switch (result) {
              case THERE -> Uni.createFrom().voidItem();
              case TOO_LARGE -> unasked(question);
            });
  }

  private Uni<Void> unasked(Prompt question) {
    var failure =
        Failure.of(
            Status.FAILED_MODEL,
            "the question to judge "
                + question.model().id()
                + " is too large for a record: the answer is too long to be judged");
    var sent = new ArrayList<Uni<Void>>();
    send(inquiries.failed(question, failure, Instant.now()).scores(), question.taskType(), sent);
    return all(sent);
  }

  /// An answer that is too large to be set aside has failed, which its rivals must know.
  private Uni<Void> setAside(Candidate candidate) {
    return questions
        .setAside(candidate)
        .flatMap(result ->
            switch (result) {
              case THERE -> Uni.createFrom().voidItem();
              case TOO_LARGE -> tooLarge(candidate);
            });
  }

  private Uni<Void> tooLarge(Candidate candidate) {
    var draft = candidate.draft();
    var score =
        draft.settledAs(
            Status.FAILED_MODEL, "the answer is too long to be compared with others", draft.at());
    var failed = new Candidate(candidate.prompt(), score, null);
    return scores
        .send(score, candidate.prompt().taskType())
        .flatMap(_ -> questions.setAside(failed).replaceWithVoid());
  }
}
