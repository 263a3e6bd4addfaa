package io.assay.dashboard.store;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An output as people read it. Of vectors the first numbers are kept.
///
/// @param text the text, or what the vectors are; absent where the model gave nothing
/// @param length code points of the whole text
/// @param vectors beginnings of the vectors; empty for text
/// @param reason why there is no answer; absent if there is one
record OutputText(
    @Nullable String text, int length, List<Vector> vectors, @Nullable String reason) {

  private static final int FIRST_NUMBERS = 8;
  private static final int FIRST_VECTORS = 16;

  /// The beginning of a vector.
  record Vector(int dimensions, List<Float> first) {}

  static OutputText of(Completion completion, Texts texts) {
    return switch (completion) {
      case Completion.Answered answered -> of(answered.answer(), texts);
      case Completion.Refused refused -> none(refused.reason());
      case Completion.Unavailable unavailable -> none(unavailable.lastError());
      case Completion.TimedOut timedOut -> none(timedOut.lastError());
      case Completion.OverLimit overLimit -> none(overLimit.reason());
      case Completion.Skipped skipped -> none(skipped.reason());
      case Completion.Abandoned abandoned -> none(abandoned.reason());
    };
  }

  private static OutputText none(@Nullable String reason) {
    return new OutputText(null, 0, List.of(), reason);
  }

  private static OutputText of(Answer answer, Texts texts) {
    return switch (answer) {
      case Answer.Text said ->
          new OutputText(texts.cut(said.text()), Texts.length(said.text()), List.of(), null);
      case Answer.Vectors made -> of(made);
      case Answer.Likelihoods said -> of(said, texts);
      case Answer.Transcript said ->
          new OutputText(texts.cut(said.text()), Texts.length(said.text()), List.of(), null);
      case Answer.Images made -> of(made);
    };
  }

  private static OutputText of(Answer.Likelihoods said, Texts texts) {
    var text =
        said.continuations().stream()
            .map(each ->
                String.format(
                    Locale.ROOT,
                    "%.4f (%d tokens%s)",
                    each.logprob(),
                    each.tokens(),
                    each.greedy() ? ", greedy" : ""))
            .collect(Collectors.joining("\n"));
    return new OutputText(texts.cut(text), Texts.length(text), List.of(), null);
  }

  private static OutputText of(Answer.Images made) {
    var text =
        made.images().stream()
            .map(image ->
                "%s, %d bytes, SHA-256 %s"
                    .formatted(image.mediaType(), image.size(), image.sha256()))
            .collect(Collectors.joining("\n"));
    return new OutputText(text, Texts.length(text), List.of(), null);
  }

  private static OutputText of(Answer.Vectors made) {
    var vectors = made.vectors().stream().limit(FIRST_VECTORS).map(OutputText::beginning).toList();
    var text = vectors.stream().limit(2).map(OutputText::line).collect(Collectors.joining("\n"));
    if (made.vectors().size() > 2) {
      text += "\n… " + made.vectors().size() + " vectors";
    }
    return new OutputText(text, Texts.length(text), vectors, null);
  }

  private static Vector beginning(Embedding vector) {
    var first = new ArrayList<Float>();
    for (int i = 0; i < Math.min(FIRST_NUMBERS, vector.dimensions()); i++) {
      first.add(vector.at(i));
    }
    return new Vector(vector.dimensions(), first);
  }

  private static String line(Vector vector) {
    var numbers =
        vector.first().stream()
            .map(number -> String.format(Locale.ROOT, "%.4f", number))
            .collect(Collectors.joining(", "));
    var rest = vector.dimensions() > vector.first().size() ? ", …" : "";
    return "[" + numbers + rest + "] " + vector.dimensions() + " dimensions";
  }
}
