package io.assay.contracts.document;

import io.assay.contracts.spec.JobDocument;
import java.util.List;
import java.util.Optional;

/// What came of a document's text.
public sealed interface JobParse {

  /// It is well-formed.
  ///
  /// @param document what it says
  /// @param source where its parts stand, to place further problems
  record Parsed(JobDocument document, SourceMap source) implements JobParse {}

  /// It is not.
  ///
  /// @param problems all that was found, in the order of lines, at least one
  /// @param rest what could be read in spite of them, only to look for more problems
  record Refused(List<Problem> problems, Optional<Parsed> rest) implements JobParse {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
