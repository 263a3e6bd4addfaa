package io.assay.producer.validate;

import io.assay.contracts.document.Problem;
import io.assay.contracts.document.SourceMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects problems and places them in the document.
final class Findings {

  private final SourceMap source;
  private final List<Problem> problems = new ArrayList<>();

  Findings(SourceMap source) {
    this.source = source;
  }

  void add(String path, String message, @Nullable String suggestion) {
    problems.add(source.problem(path, message, suggestion));
  }

  /// Whether something was found at or below a path.
  boolean any(String path) {
    String written = source.problem(path, "x", null).path();
    return problems.stream().anyMatch(problem -> problem.path().startsWith(written));
  }

  static List<Problem> sorted(List<Problem> first, Findings second) {
    var all = new ArrayList<>(first);
    all.addAll(second.problems);
    all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return List.copyOf(all);
  }
}
