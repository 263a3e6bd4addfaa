package io.assay.producer.validate;

import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.spec.SliceSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.FieldPath;
import io.assay.producer.dataset.Item;
import io.assay.producer.template.Template;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Sees which slices a task's samples are in, and that they divide it into parts that somebody can
/// read.
final class SliceCheck {

  /// Each has all metrics, live and with replicates.
  static final int MOST = 100;

  private final TaskSpec task;
  private final Set<String> seen = new TreeSet<>();
  private boolean tooMany;

  SliceCheck(TaskSpec task) {
    this.task = task;
  }

  /// Whether the slices' templates can be read; what is wrong was reported.
  boolean templatesFit(String at, Findings findings) {
    boolean fit = true;
    for (int i = 0; i < task.slices().size(); i++) {
      String by = task.slices().get(i).by();
      try {
        if (Template.isTemplate(by)) {
          Template.of(by);
        }
      } catch (IllegalArgumentException e) {
        findings.add(at + ".slices[" + i + "]", String.valueOf(e.getMessage()), null);
        fit = false;
      }
    }
    return fit;
  }

  /// The slices of one more sample.
  void add(Iterable<String> slices) {
    for (String slice : slices) {
      if (seen.size() < MOST) {
        seen.add(slice);
      } else {
        tooMany |= !seen.contains(slice);
      }
    }
  }

  /// The slices that were seen; so many as may be.
  Set<String> seen() {
    return seen;
  }

  /// Reports what is wrong.
  ///
  /// @param first the dataset's first sample; absent where it has none
  void conclude(String at, Item.@Nullable Good first, Findings findings) {
    if (tooMany) {
      findings.add(
          at + ".slices",
          "the samples are in more than " + MOST + " slices",
          "divide them by a field with fewer values, such as a language or a difficulty");
    }
    if (first != null) {
      task.slices().forEach(spec -> conclude(spec, at, first, findings));
    }
  }

  private void conclude(SliceSpec spec, String at, Item.Good first, Findings findings) {
    if (!tooMany && seen.stream().noneMatch(spec::has)) {
      findings.add(
          at + ".slices",
          Template.isTemplate(spec.by())
              ? "the template of slice " + spec.name() + " gives nothing for any row"
              : "no row has a value in the field " + spec.by(),
          Template.isTemplate(spec.by())
              ? null
              : DidYouMean.of(spec.by(), FieldPath.all(first.row()), "its fields"));
    }
  }
}
