package io.assay.contracts.asyncapi;

import static io.assay.contracts.asyncapi.Operations.Action.RECEIVE;
import static io.assay.contracts.asyncapi.Operations.Action.SEND;
import static io.assay.contracts.wire.EventType.CANDIDATE;
import static io.assay.contracts.wire.EventType.CATALOG_ENTRY;
import static io.assay.contracts.wire.EventType.CHECKPOINT;
import static io.assay.contracts.wire.EventType.DEAD_LETTER;
import static io.assay.contracts.wire.EventType.JOB;
import static io.assay.contracts.wire.EventType.METRIC;
import static io.assay.contracts.wire.EventType.OUTPUT;
import static io.assay.contracts.wire.EventType.PROGRESS;
import static io.assay.contracts.wire.EventType.PROMPT;
import static io.assay.contracts.wire.EventType.SCORE;
import static io.assay.contracts.wire.EventType.WORKER;

import io.assay.contracts.wire.EventType;
import java.util.List;
import java.util.Locale;

/// Which service sends and receives what, in the order of the flow.
final class Operations {

  enum Action {
    SEND,
    RECEIVE
  }

  /// @param service the service's folder
  /// @param summary what for
  record Operation(String service, Action action, EventType event, String summary) {
    String id() {
      var verb = action.name().toLowerCase(Locale.ROOT);
      return service + "-" + verb + "s-" + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final List<Operation> ALL =
      List.of(
          producer(SEND, CATALOG_ENTRY, "Keeps the catalogue of models."),
          producer(RECEIVE, CATALOG_ENTRY, "Reads the catalogue whole at its start."),
          producer(SEND, JOB, "Accepts a job and writes each change of its state."),
          producer(RECEIVE, JOB, "Finds the jobs that a restart has to carry on."),
          producer(SEND, PROMPT, "Issues prompts under credit, with a checkpoint."),
          producer(SEND, CHECKPOINT, "Writes how far it is, in one transaction with prompts."),
          producer(RECEIVE, CHECKPOINT, "Goes on from there after a restart."),
          producer(RECEIVE, PROGRESS, "Gets its credit back, and learns that metrics are final."),
          producer(RECEIVE, METRIC, "Evaluates gates on final metrics."),
          producer(RECEIVE, SCORE, "Finds the samples of a stuck model that are not settled."),
          producer(SEND, OUTPUT, "Settles prompts that stay without an outcome."),
          evaluator(RECEIVE, PROMPT, "Takes prompts from a pool through a share group."),
          evaluator(RECEIVE, JOB, "Learns of cancelled jobs, whose prompts it skips."),
          evaluator(SEND, OUTPUT, "Publishes what came back before it acknowledges the prompt."),
          evaluator(SEND, DEAD_LETTER, "Gives up a prompt that was delivered too often."),
          evaluator(SEND, WORKER, "Says that it is alive."),
          evaluator(RECEIVE, WORKER, "Takes its part of the limits that all workers share."),
          producer(RECEIVE, WORKER, "Knows which pools are served by whom."),
          scorer(RECEIVE, OUTPUT, "Judges every output."),
          scorer(SEND, PROMPT, "Asks judges about an output, through the same queues."),
          scorer(SEND, CANDIDATE, "Sets an answer aside until others can be compared with it."),
          scorer(RECEIVE, CANDIDATE, "Brings together all models' answers to a sample."),
          scorer(SEND, SCORE, "Publishes exactly one score for every sample."),
          scorer(RECEIVE, SCORE, "Keeps the table that metrics are a function of."),
          scorer(RECEIVE, JOB, "Learns which jobs wait for final metrics, and which have ended."),
          scorer(SEND, METRIC, "Publishes live metrics, and final ones at the end."),
          scorer(SEND, PROGRESS, "Publishes exact counts."),
          scorer(SEND, DEAD_LETTER, "Gives up a record that cannot be handled."),
          dashboard(RECEIVE, JOB, "Shows jobs and their states."),
          dashboard(RECEIVE, CHECKPOINT, "Shows how many prompts were issued."),
          dashboard(RECEIVE, OUTPUT, "Shows samples with their outputs."),
          dashboard(RECEIVE, SCORE, "Shows samples with their scores."),
          dashboard(RECEIVE, METRIC, "Shows metrics live."),
          dashboard(RECEIVE, PROGRESS, "Shows counts live."));

  private Operations() {}

  private static Operation producer(Action action, EventType event, String summary) {
    return new Operation("prompt-producer", action, event, summary);
  }

  private static Operation evaluator(Action action, EventType event, String summary) {
    return new Operation("evaluator", action, event, summary);
  }

  private static Operation scorer(Action action, EventType event, String summary) {
    return new Operation("scorer", action, event, summary);
  }

  private static Operation dashboard(Action action, EventType event, String summary) {
    return new Operation("dashboard", action, event, summary);
  }
}
