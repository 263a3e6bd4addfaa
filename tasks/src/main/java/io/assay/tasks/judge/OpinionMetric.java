package io.assay.tasks.judge;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A metric over judges' opinions: what all of them have in common. Each metric says how it asks
/// and what it makes of the opinions.
interface OpinionMetric extends Consulting {

  /// Longest part of a reply that is shown to the judge again, or kept as its reason.
  int EXCERPT = 2000;

  /// How judges are asked.
  Assessment assessment();

  /// What the opinions, at least one, say of an answer.
  Judgement of(Subject subject, List<Opinion> opinions);

  @Override
  default List<String> judges() {
    return assessment().judges();
  }

  @Override
  default List<Question> questions(Subject subject) {
    return Shown.of(subject.answer()).isPresent() ? assessment().questions(subject) : List.of();
  }

  @Override
  default Optional<ModelRequest> followUp(Question question, Answer reply) {
    String said = text(reply);
    if (assessment().isClear(said)
        || !(question.request() instanceof ModelRequest.GenerateText asked)) {
      return Optional.empty();
    }
    var messages = new ArrayList<>(asked.messages());
    messages.add(new ChatMessage("assistant", PythonText.excerpt(said, EXCERPT)));
    messages.add(
        new ChatMessage(
            "user",
            "Your reply holds no verdict in the form that was asked for. Reply with nothing but "
                + assessment().form()));
    return Optional.of(new ModelRequest.GenerateText(messages, asked.settings()));
  }

  @Override
  default Judgement judge(Subject subject, List<Answer> replies) {
    if (Shown.of(subject.answer()).isEmpty()) {
      return new Judgement.Unjudgeable(
          "judges look at texts and images, but the model gave something else");
    }
    List<Question> questions = questions(subject);
    for (int i = 0; i < replies.size(); i++) {
      String said = text(replies.get(i));
      if (!assessment().isClear(said)) {
        return new Judgement.Unjudgeable(
            "judge "
                + questions.get(i).judge()
                + " gave no verdict, expected "
                + assessment().form()
                + ", but it said: "
                + PythonText.excerpt(said, 200));
      }
    }
    List<Opinion> opinions = assessment().opinions(subject, replies);
    return opinions.isEmpty() ? new Judgement.NotApplicable() : of(subject, opinions);
  }

  /// What [Metric#judge] says of such a metric.
  static Judgement alone(Metric metric, Sample sample) {
    return new Judgement.Unjudgeable(
        metric.info().name()
            + " asks judges, so it is measured in a job; sample "
            + sample.id()
            + " was judged without them");
  }

  /// Who thinks what, for people.
  static String explained(List<Opinion> opinions) {
    return opinions.stream().map(OpinionMetric::explained).collect(Collectors.joining("\n\n"));
  }

  private static String explained(Opinion opinion) {
    return opinion.judge()
        + (opinion.rival().isEmpty() ? "" : ", against " + opinion.rival())
        + ": "
        + opinion.value()
        + (opinion.consistent() ? "" : " (the orders disagree)")
        + "\n"
        + opinion.reason();
  }

  private static String text(Answer answer) {
    return answer instanceof Answer.Text(String text) ? text : "";
  }
}
