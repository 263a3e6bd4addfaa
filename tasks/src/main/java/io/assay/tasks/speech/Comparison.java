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
    return counts.hits()
        + " hits, "
        + counts.substitutions()
        + " substitutions, "
        + counts.deletions()
        + " deletions, "
        + counts.insertions()
        + " insertions: "
        + PythonText.excerpt(beginning(), SHOWN);
  }

  private String beginning() {
    var shown = new StringBuilder(2 * SHOWN);
    for (Run run : alignment.runs()) {
      if (shown.length() > 2 * SHOWN) {
        break;
      }
      shown.append(shown.isEmpty() ? "" : reference.separator());
      show(run, shown);
    }
    return shown.toString();
  }

  private void show(Run run, StringBuilder shown) {
    switch (run.kind()) {
      case EQUAL -> before(run, shown);
      case SUBSTITUTE -> {
        before(run, shown.append('['));
        after(run, shown.append(" → "));
        shown.append(']');
      }
      case DELETE -> {
        before(run, shown.append("[-"));
        shown.append("-]");
      }
      case INSERT -> {
        after(run, shown.append("[+"));
        shown.append("+]");
      }
    }
  }

  private void before(Run run, StringBuilder shown) {
    beginning(reference, run.referenceStart(), run.referenceEnd(), shown);
  }

  private void after(Run run, StringBuilder shown) {
    beginning(hypothesis, run.hypothesisStart(), run.hypothesisEnd(), shown);
  }

  /// A run can be the whole of a long text.
  private static void beginning(Units units, int from, int to, StringBuilder shown) {
    units.appendTo(shown, from, Math.min(to, from + SHOWN + 1));
  }
}
