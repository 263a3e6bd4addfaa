package io.assay.standalone.show;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.trial.Trial;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of trying a model out, for people.
public final class TrialReport {

  private static final int LONGEST = 200;

  private TrialReport() {}

  /// A few lines for each trial.
  public static String of(ModelSpec serving, List<Trial> trials) {
    var text = new StringBuilder();
    text.append(serving.id()).append(" by ").append(serving.provider());
    text.append(serving.endpoint() == null ? "" : " at " + serving.endpoint()).append('\n');
    if (trials.isEmpty()) {
      text.append("  nothing could be tried: this provider has none of these abilities\n");
    }
    trials.forEach(trial -> text.append(lines(trial)));
    return text.toString();
  }

  private static String lines(Trial trial) {
    String name = trial.capability().name().toLowerCase(Locale.ROOT);
    String head =
        "  %s %s: %s%n"
            .formatted(trial.succeeded() ? "✓" : "✕", name, shown(trial.asked(), LONGEST));
    return head
        + switch (trial.completion()) {
          case Completion.Answered answered ->
              "    → %s%n    %s%n".formatted(answer(answered.answer()), figures(trial, answered));
          case Completion.Refused refused -> "    " + refused.reason() + "\n";
          case Completion.Unavailable unavailable -> "    " + unavailable.lastError() + "\n";
          case Completion.TimedOut late -> "    " + late.lastError() + "\n";
          case Completion.OverLimit over -> "    " + over.reason() + "\n";
          case Completion.Skipped skipped -> "    " + skipped.reason() + "\n";
          case Completion.Abandoned abandoned -> "    " + abandoned.reason() + "\n";
        };
  }

  private static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Text(String text) -> shown(text, LONGEST);
      case Answer.Vectors(var vectors) ->
          vectors.size() + " vectors of " + vectors.getFirst().dimensions() + " numbers";
      case Answer.Likelihoods(var continuations) ->
          "log-probabilities "
              + String.join(
                  ", ",
                  continuations.stream()
                      .map(each -> String.format(Locale.ROOT, "%.3f", each.logprob()))
                      .toList());
      case Answer.Transcript transcript -> "\"" + shown(transcript.text(), LONGEST) + "\"";
      case Answer.Images(var images, _) ->
          images.size() + " image of " + images.getFirst().size() + " bytes";
    };
  }

  private static String figures(Trial trial, Completion.Answered answered) {
    var usage = answered.usage();
    var text = new StringBuilder();
    text.append(trial.took().toMillis()).append(" ms");
    append(text, usage.inputTokens(), " tokens in");
    append(text, usage.outputTokens(), " tokens out");
    append(text, usage.reasoningTokens(), " of them thought");
    text.append(usage.cost() == null ? "" : String.format(Locale.ROOT, ", $%.6f", usage.cost()));
    text.append(
        answered.reportedModel() == null ? "" : ", answered by " + answered.reportedModel());
    text.append(trial.attempts() > 1 ? ", " + trial.attempts() + " attempts" : "");
    return text.toString();
  }

  private static void append(StringBuilder text, @Nullable Long count, String what) {
    if (count != null) {
      text.append(", ").append(count).append(what);
    }
  }

  private static String shown(String text, int longest) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > longest ? line.substring(0, longest) + "…" : line;
  }
}
