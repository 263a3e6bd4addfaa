package io.assay.tasks.speech;

import io.assay.tasks.speech.Alignment.Run;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;

/// A reference and a hypothesis beside each other.
///
/// @param reference what was said
/// @param hypothesis what was understood
/// @param alignment how one becomes the other
public record Comparison(Units reference, Units hypothesis, Alignment alignment) {

  private static final int SHOWN = 400;

  /// Compares words.
  ///
  /// @param mostSteps how many steps of 64 cells it may take
  /// @return empty where it would take more, because the texts are long and differ much
  static Optional<Comparison> ofWords(
      List<String> reference, List<String> hypothesis, long mostSteps) {
    return EditAligner.align(TokenIds.ofWords(reference, hypothesis), mostSteps)
        .map(each -> new Comparison(new Units.Words(reference), new Units.Words(hypothesis), each));
  }

  /// Compares characters.
  ///
  /// @param mostSteps how many steps of 64 cells it may take
  /// @return empty where it would take more, because the texts are long and differ much
  static Optional<Comparison> ofCharacters(String reference, String hypothesis, long mostSteps) {
    var first = Units.Characters.of(reference);
    var second = Units.Characters.of(hypothesis);
    return EditAligner.align(
            TokenIds.ofCharacters(first.codePoints(), second.codePoints()), mostSteps)
        .map(each -> new Comparison(first, second, each));
  }

  /// The counts and the beginning of the alignment, for people: `the [cat → dog] [-sat-] [+down+]`.
  String explanation() {
    EditCounts counts = alignment.counts();
    return "%d hits, %d substitutions, %d deletions, %d insertions: %s"
        .formatted(
            counts.hits(),
            counts.substitutions(),
            counts.deletions(),
            counts.insertions(),
            PythonText.excerpt(beginning(), SHOWN));
  }

  private String beginning() {
    var shown = new StringBuilder();
    for (Run run : alignment.runs()) {
      if (shown.length() > 2 * SHOWN) {
        break;
      }
      shown.append(shown.isEmpty() ? "" : reference.separator()).append(shown(run));
    }
    return shown.toString();
  }

  private String shown(Run run) {
    String before = beginning(reference, run.referenceStart(), run.referenceEnd());
    String after = beginning(hypothesis, run.hypothesisStart(), run.hypothesisEnd());
    return switch (run.kind()) {
      case EQUAL -> before;
      case SUBSTITUTE -> "[" + before + " → " + after + "]";
      case DELETE -> "[-" + before + "-]";
      case INSERT -> "[+" + after + "+]";
    };
  }

  /// A run can be the whole of a long text.
  private static String beginning(Units units, int from, int to) {
    return units.text(from, Math.min(to, from + SHOWN + 1));
  }
}
