package io.assay.scorer.consult;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assay.contracts.event.Inquiry;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.scorer.MetricFailure;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Consulting.Question;
import io.assay.tasks.metric.Consulting.Rival;
import io.assay.tasks.metric.Metric;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Everything that metrics ask about the subjects of one sample, each question once: always the
/// same for the same subjects.
final class Plan {

  /// What one metric asks about one subject.
  ///
  /// @param ids of the questions, in the metric's order
  record Part(
      Inquiry.Subject subject,
      Consulting.Subject seen,
      MetricSpec spec,
      Consulting metric,
      List<String> ids) {}

  /// A question.
  ///
  /// @param by who asked it first: its metric judges whether a reply is clear, its subject bears
  ///   the costs
  record Planned(Question question, Part by) {}

  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Planned> questions = new LinkedHashMap<>();

  private Plan() {}

  /// @param prompt of any of the subjects
  static Plan of(
      Prompt prompt, List<Inquiry.Subject> subjects, Function<MetricSpec, Metric> metrics) {
    var plan = new Plan();
    for (Inquiry.Subject subject : subjects) {
      var answer = subject.answer();
      if (answer != null) {
        var seen =
            new Consulting.Subject(
                subject.modelId(), prompt.sample(), answer, rivals(subject, subjects));
        for (MetricSpec spec : prompt.metrics()) {
          plan.add(prompt, subject, seen, spec, metrics);
        }
      }
    }
    return plan;
  }

  private static List<Rival> rivals(Inquiry.Subject own, List<Inquiry.Subject> all) {
    var rivals = new ArrayList<Rival>();
    for (Inquiry.Subject other : all) {
      var answer = other.answer();
      if (answer != null && !other.modelId().equals(own.modelId())) {
        rivals.add(new Rival(other.modelId(), answer));
      }
    }
    return rivals;
  }

  private void add(
      Prompt prompt,
      Inquiry.Subject subject,
      Consulting.Subject seen,
      MetricSpec spec,
      Function<MetricSpec, Metric> metrics) {
    if (!(guarded(prompt, spec, () -> metrics.apply(spec)) instanceof Consulting metric)) {
      return;
    }
    var ids = new ArrayList<String>();
    var part = new Part(subject, seen, spec, metric, ids);
    for (Question question : guarded(prompt, spec, () -> metric.questions(seen))) {
      String id = id(question);
      ids.add(id);
      questions.putIfAbsent(id, new Planned(question, part));
    }
    parts.add(part);
  }

  /// The edge between the scorer and its metrics, which may hold any code.
  static <T> T guarded(Prompt prompt, MetricSpec spec, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      throw new MetricFailure(spec, prompt.key(), e);
    }
  }

  /// A question is known by its content, so that a repeated run asks the same one.
  private static String id(Question question) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      hash.update(question.judge().getBytes(UTF_8));
      hash.update((byte) 0);
      hash.update(ContractJson.mapper().writeValueAsBytes(question.request()));
      return HexFormat.of().formatHex(hash.digest(), 0, 8);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a question to " + question.judge() + " has no id", e);
    }
  }

  List<Part> parts() {
    return parts;
  }

  Map<String, Planned> questions() {
    return questions;
  }
}
