package io.assay.tasks.judge;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting.Question;
import io.assay.tasks.metric.Consulting.Rival;
import io.assay.tasks.metric.Consulting.Subject;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Targets;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Judges compare two answers to the same sample. Both orders are asked, since judges favour the
/// first answer (or the second): one answer wins where it is preferred in both, otherwise they tie,
/// as in MT-bench (Zheng et al. 2023, https://arxiv.org/abs/2306.05685). Equal answers tie unasked.
final class Comparison implements Assessment {

  /// Against the sample's target in place of other models.
  static final String TARGET = "target";

  /// Against each other model of the job.
  static final String MODELS = "models";

  /// Two answers; the ids are in order, so that both models ask the same questions.
  private record Pair(Rival first, Rival second) {
    static Pair of(Rival a, Rival b) {
      return a.modelId().compareTo(b.modelId()) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }

    boolean isEqual() {
      return first.answer().equals(second.answer());
    }
  }

  /// A judge's verdict on a pair.
  ///
  /// @param firstWins the share of a win of the first
  record Verdict(
      String judge,
      String first,
      String second,
      double firstWins,
      boolean consistent,
      String reason) {}

  private final String against;
  private final boolean all;
  private final String rubric;
  private final boolean swap;
  private final JudgeTemplate template;
  private final Panel panel;

  private Comparison(Params params, String against, boolean all) {
    this.against = against;
    this.all = all;
    this.rubric = Rating.rubric(params, ComparisonParams.USUAL);
    this.swap = params.flag("swap");
    this.template =
        Rating.template(
            params, ComparisonParams.TEMPLATE, List.of("rubric", "answer_a", "answer_b"));
    this.panel = Panel.of(params);
  }

  /// Of an answer with those that `against` names.
  static Comparison withRivals(Params params) {
    return new Comparison(params, params.text("against"), false);
  }

  /// Of all models' answers with each other.
  static Comparison ofAll(Params params) {
    return new Comparison(params, MODELS, true);
  }

  /// What a metric with these parameters needs.
  static Asks asks(MetricSpec spec) {
    var against = spec.params().get("against");
    return against != null && against.asText().equals(TARGET)
        ? Asks.JUDGES
        : Asks.JUDGES_AND_RIVALS;
  }

  @Override
  public List<String> judges() {
    return panel.ids();
  }

  /// The baseline's id, where there is one.
  java.util.Optional<String> baseline() {
    return against.equals(MODELS) || against.equals(TARGET)
        ? java.util.Optional.empty()
        : java.util.Optional.of(against);
  }

  private List<Pair> pairs(Subject subject) {
    var own = new Rival(subject.modelId(), subject.answer());
    if (!all) {
      return rivals(subject).stream().map(rival -> Pair.of(own, rival)).toList();
    }
    var everyone = new ArrayList<>(subject.rivals());
    everyone.add(own);
    everyone.sort(Comparator.comparing(Rival::modelId));
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < everyone.size(); i++) {
      for (int j = i + 1; j < everyone.size(); j++) {
        pairs.add(new Pair(everyone.get(i), everyone.get(j)));
      }
    }
    return pairs;
  }

  private List<Rival> rivals(Subject subject) {
    if (against.equals(TARGET)) {
      return Targets.texts(subject.sample().target()).stream()
          .map(texts -> new Rival(TARGET, new Answer.Text(texts.getFirst())))
          .toList();
    }
    return subject.rivals().stream()
        .filter(rival -> against.equals(MODELS) || rival.modelId().equals(against))
        .filter(_ -> !subject.modelId().equals(against))
        .sorted(Comparator.comparing(Rival::modelId))
        .toList();
  }

  @Override
  public List<Question> questions(Subject subject) {
    var questions = new ArrayList<Question>();
    for (Pair pair : pairs(subject)) {
      if (!pair.isEqual()) {
        panel.ids().forEach(judge -> ask(subject, pair, judge, questions));
      }
    }
    return questions;
  }

  private void ask(Subject subject, Pair pair, String judge, List<Question> questions) {
    boolean turned = !swap && isTurned(subject, pair);
    questions.add(
        ask(
            subject,
            turned ? pair.second() : pair.first(),
            turned ? pair.first() : pair.second(),
            judge));
    if (swap) {
      questions.add(ask(subject, pair.second(), pair.first(), judge));
    }
  }

  /// Where only one order is asked, it is another one for about half of the samples.
  private static boolean isTurned(Subject subject, Pair pair) {
    return ((subject.sample().id() + pair.first().modelId()).hashCode() & 0x40) != 0;
  }

  private Question ask(Subject subject, Rival a, Rival b, String judge) {
    Shown first = shown(a);
    Shown second = shown(b);
    Map<String, String> values =
        Map.of(
            "rubric", rubric,
            "answer_a", first.inQuestion(0),
            "answer_b", second.inQuestion(first.images().size()));
    return panel.ask(judge, template.fill(subject.sample(), values), first.imagesWith(second));
  }

  @Override
  public boolean isClear(String reply) {
    return Verdicts.preference(reply).isPresent();
  }

  @Override
  public String form() {
    return "Verdict: [[A]], Verdict: [[B]] or, for a tie, Verdict: [[C]]";
  }

  /// The judges' verdicts on each pair.
  List<Verdict> verdicts(Subject subject, List<Answer> replies) {
    Iterator<Answer> next = replies.iterator();
    var verdicts = new ArrayList<Verdict>();
    for (Pair pair : pairs(subject)) {
      for (String judge : panel.ids()) {
        verdicts.add(
            pair.isEqual()
                ? verdict(judge, pair, 0.5, true, "The answers are equal.")
                : verdict(subject, judge, pair, next));
      }
    }
    return verdicts;
  }

  private Verdict verdict(Subject subject, String judge, Pair pair, Iterator<Answer> replies) {
    String said = text(replies.next());
    double first = preference(said);
    if (!swap) {
      return verdict(judge, pair, isTurned(subject, pair) ? 1 - first : first, true, said);
    }
    String turned = text(replies.next());
    boolean consistent = first == 1 - preference(turned);
    return verdict(
        judge,
        pair,
        consistent ? first : 0.5,
        consistent,
        said + "\n\nIn the other order: " + turned);
  }

  private static double preference(String said) {
    OptionalDouble preference = Verdicts.preference(said);
    return preference.orElseThrow(
        () -> new IllegalStateException("a reply without verdict was taken for clear: " + said));
  }

  private static Verdict verdict(
      String judge, Pair pair, double firstWins, boolean consistent, String reason) {
    return new Verdict(
        judge,
        pair.first().modelId(),
        pair.second().modelId(),
        firstWins,
        consistent,
        PythonText.excerpt(reason, OpinionMetric.EXCERPT));
  }

  @Override
  public List<Opinion> opinions(Subject subject, List<Answer> replies) {
    return verdicts(subject, replies).stream()
        .map(verdict -> opinion(verdict, subject.modelId()))
        .toList();
  }

  private static Opinion opinion(Verdict verdict, String own) {
    boolean first = verdict.first().equals(own);
    return new Opinion(
        verdict.judge(),
        first ? verdict.second() : verdict.first(),
        first ? verdict.firstWins() : 1 - verdict.firstWins(),
        verdict.consistent(),
        verdict.reason());
  }

  private static Shown shown(Rival rival) {
    return Shown.of(rival.answer()).orElse(new Shown("", List.of()));
  }

  /// The length in characters of a rival's answer.
  double lengthOf(String rival, Subject subject) {
    return rivals(subject).stream()
        .filter(each -> each.modelId().equals(rival))
        .mapToInt(each -> shown(each).text().length())
        .findFirst()
        .orElse(0);
  }

  private static String text(Answer answer) {
    return answer.textual().orElse("");
  }
}
