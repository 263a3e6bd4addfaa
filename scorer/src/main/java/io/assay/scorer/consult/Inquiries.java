package io.assay.scorer.consult;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Consulted;
import io.assay.contracts.event.Inquiry;
import io.assay.contracts.event.Judging;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.scorer.Failure;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks one question after the other about a sample's answers, then writes their scores. Without a
/// memory: each question carries its subjects and all earlier replies, so that any scorer can go on
/// after any other, and a question that comes twice leads to the same scores. Safe for use by many
/// threads.
public final class Inquiries {

  /// An unclear reply is followed up once.
  private static final int MOST_TRIES = 2;

  private final Function<MetricSpec, Metric> metrics;

  /// @param metrics gives the metric of a definition
  public Inquiries(Function<MetricSpec, Metric> metrics) {
    this.metrics = metrics;
  }

  /// The first question about answers, or their scores where nothing has to be asked.
  ///
  /// @param prompt of any of them, with its [Judging]
  /// @param subjects those whose answers are judged together; one at least has an answer
  /// @throws io.assay.scorer.MetricFailure where a metric broke
  public Step begin(Prompt prompt, List<Inquiry.Subject> subjects, Instant at) {
    var sorted = subjects.stream().sorted(Comparator.comparing(Inquiry.Subject::modelId)).toList();
    return next(prompt, sorted, List.of(), at);
  }

  /// What comes after a judge's output.
  ///
  /// @throws io.assay.scorer.MetricFailure where a metric broke
  public Step goOn(Output output, Instant at) {
    var prompt = output.prompt();
    var inquiry = inquiry(prompt);
    return switch (output.completion()) {
      case Completion.Answered answered ->
          next(prompt, inquiry.subjects(), with(inquiry, answered), at);
      case Completion.Refused _,
          Completion.Unavailable _,
          Completion.TimedOut _,
          Completion.OverLimit _,
          Completion.Skipped _,
          Completion.Abandoned _ ->
          failed(prompt, failure(prompt, output.completion()), at);
    };
  }

  /// A judge that refuses is no fault of the answer that it was to judge.
  private static Failure failure(Prompt prompt, Completion completion) {
    var failure = Failure.of(completion).orElseThrow();
    var status = failure.status() == Status.FAILED_MODEL ? Status.FAILED_INFRA : failure.status();
    return new Failure(status, "judge " + prompt.model().id() + ": " + failure.reason());
  }

  /// The scores where a question cannot be asked or went wrong: all that waited for it fail.
  public Step.Done failed(Prompt question, Failure failure, Instant at) {
    var inquiry = inquiry(question);
    var plan = Plan.of(question, inquiry.subjects(), metrics);
    var used = usage(plan, inquiry.replies());
    return new Step.Done(
        answered(inquiry.subjects())
            .map(subject -> failed(subject, failure, used.get(subject.modelId()), at))
            .toList());
  }

  /// The same where a metric broke, so that nothing is known of what was asked.
  public static Step.Done broken(Prompt question, Failure failure, Instant at) {
    return new Step.Done(
        answered(inquiry(question).subjects())
            .map(subject -> failed(subject, failure, null, at))
            .toList());
  }

  private static Inquiry inquiry(Prompt prompt) {
    return prompt
        .inquiry()
        .orElseThrow(
            () -> new IllegalArgumentException(prompt.recordKey() + " is no question to a judge"));
  }

  private static Stream<Inquiry.Subject> answered(List<Inquiry.Subject> subjects) {
    return subjects.stream().filter(subject -> subject.answer() != null);
  }

  private static List<Inquiry.Reply> with(Inquiry inquiry, Completion.Answered answered) {
    var replies = new LinkedHashMap<String, Inquiry.Reply>();
    inquiry.replies().forEach(reply -> replies.put(reply.question(), reply));
    var before = replies.get(inquiry.question());
    replies.put(
        inquiry.question(),
        new Inquiry.Reply(
            inquiry.question(),
            before == null ? 1 : before.tries() + 1,
            answered.answer(),
            before == null ? answered.usage() : Usages.sum(before.usage(), answered.usage())));
    return List.copyOf(replies.values());
  }

  private Step next(
      Prompt prompt, List<Inquiry.Subject> subjects, List<Inquiry.Reply> replies, Instant at) {
    var plan = Plan.of(prompt, subjects, metrics);
    Map<String, Inquiry.Reply> known = new LinkedHashMap<>();
    replies.forEach(reply -> known.put(reply.question(), reply));
    for (var each : plan.questions().entrySet()) {
      var planned = each.getValue();
      var request = open(prompt, planned, known.get(each.getKey()));
      if (request.isPresent()) {
        var inquiry = new Inquiry(each.getKey(), subjects, replies);
        return Plan.guarded(
            prompt,
            planned.by().spec(),
            () -> ask(prompt, planned.question().judge(), request.get(), inquiry, at));
      }
    }
    return new Step.Done(scores(prompt, plan, subjects, known, at));
  }

  /// What is still to be asked of a question.
  private static Optional<ModelRequest> open(
      Prompt prompt, Plan.Planned planned, Inquiry.@Nullable Reply reply) {
    if (reply == null) {
      return Optional.of(planned.question().request());
    }
    var by = planned.by();
    return reply.tries() < MOST_TRIES
        ? Plan.guarded(
            prompt, by.spec(), () -> by.metric().followUp(planned.question(), reply.answer()))
        : Optional.empty();
  }

  private Step ask(Prompt prompt, String judge, ModelRequest request, Inquiry inquiry, Instant at) {
    var judging = judging(prompt);
    var question =
        new Prompt(
            inquiry.subjects().getFirst().draft().key(),
            prompt.taskType(),
            spec(judging, judge),
            request,
            prompt.sample(),
            prompt.metrics(),
            prompt.maxRetries(),
            prompt.timeLimit(),
            judging.asking(inquiry),
            at);
    return new Step.Ask(question);
  }

  private static Judging judging(Prompt prompt) {
    var judging = prompt.judging();
    if (judging == null) {
      throw new IllegalStateException(prompt.recordKey() + " has metrics that ask, but no judges");
    }
    return judging;
  }

  /// The door lets no job in that names a judge which it does not have.
  private static ModelSpec spec(Judging judging, String judge) {
    return judging.judges().stream()
        .filter(spec -> spec.id().equals(judge))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no judge " + judge));
  }

  private List<Score> scores(
      Prompt prompt,
      Plan plan,
      List<Inquiry.Subject> subjects,
      Map<String, Inquiry.Reply> replies,
      Instant at) {
    var used = usage(plan, List.copyOf(replies.values()));
    return answered(subjects)
        .map(subject -> score(prompt, plan, subject, replies, used.get(subject.modelId()), at))
        .toList();
  }

  private static Score score(
      Prompt prompt,
      Plan plan,
      Inquiry.Subject subject,
      Map<String, Inquiry.Reply> replies,
      @Nullable Consulted used,
      Instant at) {
    var contributions = new ArrayList<>(subject.draft().contributions());
    for (Plan.Part part : plan.parts()) {
      if (!part.subject().modelId().equals(subject.modelId())) {
        continue;
      }
      var answers = part.ids().stream().map(id -> answer(replies, id)).toList();
      var judgement =
          Plan.guarded(prompt, part.spec(), () -> part.metric().judge(part.seen(), answers));
      switch (judgement) {
        case Judgement.Judged judged -> contributions.add(judged.contribution());
        case Judgement.NotApplicable _ -> {}
        case Judgement.Unjudgeable(var reason) -> {
          return failed(subject, failure(part.spec(), reason), used, at);
        }
        case Judgement.NotJudged(var reason) -> {
          return failed(subject, failure(part.spec(), reason), used, at);
        }
      }
    }
    return subject.draft().settled(Status.SCORED, contributions, null, used, at);
  }

  private static Answer answer(Map<String, Inquiry.Reply> replies, String question) {
    var reply = replies.get(question);
    if (reply == null) {
      throw new IllegalStateException("question " + question + " was not asked");
    }
    return reply.answer();
  }

  private static Failure failure(MetricSpec spec, String reason) {
    return new Failure(Status.FAILED_INFRA, spec.name() + ": " + reason);
  }

  private static Score failed(
      Inquiry.Subject subject, Failure failure, @Nullable Consulted used, Instant at) {
    return subject.draft().settled(failure.status(), List.of(), failure.reason(), used, at);
  }

  /// What judges used, by the model whose answer they were first asked about.
  private static Map<String, Consulted> usage(Plan plan, List<Inquiry.Reply> replies) {
    Map<String, Consulted> used = new LinkedHashMap<>();
    for (Inquiry.Reply reply : replies) {
      var planned = plan.questions().get(reply.question());
      if (planned != null) {
        used.merge(
            planned.by().subject().modelId(),
            new Consulted(reply.tries(), reply.usage()),
            Usages::sum);
      }
    }
    return used;
  }
}
