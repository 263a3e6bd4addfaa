package io.assay.tasks.speech;

import io.assay.tasks.speech.Alignment.Kind;
import io.assay.tasks.speech.Alignment.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which units are deleted and inserted; all others stand beside each other in order, so that this
/// says everything. (No fewest edits have an insertion next to a deletion: a substitution is
/// shorter.)
final class EditSteps {

  private final int[] reference;
  private final int[] hypothesis;
  private final BitSet deleted = new BitSet();
  private final BitSet inserted = new BitSet();

  EditSteps(int[] reference, int[] hypothesis) {
    this.reference = reference;
    this.hypothesis = hypothesis;
  }

  void delete(int from, int to) {
    deleted.set(from, to);
  }

  void insert(int from, int to) {
    inserted.set(from, to);
  }

  /// Where a kind is counted: in the order of [EditCounts].
  private static int place(Kind kind) {
    return switch (kind) {
      case EQUAL -> 0;
      case SUBSTITUTE -> 1;
      case DELETE -> 2;
      case INSERT -> 3;
    };
  }

  Alignment alignment() {
    List<Run> runs = new ArrayList<>();
    var counts = new long[4];
    int i = 0;
    int j = 0;
    while (i < reference.length || j < hypothesis.length) {
      Kind kind = kind(i, j);
      int fromReference = i;
      int fromHypothesis = j;
      do {
        i += kind == Kind.INSERT ? 0 : 1;
        j += kind == Kind.DELETE ? 0 : 1;
      } while ((i < reference.length || j < hypothesis.length) && kind(i, j) == kind);
      runs.add(new Run(kind, fromReference, i, fromHypothesis, j));
      counts[place(kind)] += Math.max(i - fromReference, j - fromHypothesis);
    }
    return new Alignment(new EditCounts(counts[0], counts[1], counts[2], counts[3]), runs);
  }

  private Kind kind(int i, int j) {
    if (i < reference.length && deleted.get(i)) {
      return Kind.DELETE;
    }
    if (j < hypothesis.length && inserted.get(j)) {
      return Kind.INSERT;
    }
    return reference[i] == hypothesis[j] ? Kind.EQUAL : Kind.SUBSTITUTE;
  }
}
