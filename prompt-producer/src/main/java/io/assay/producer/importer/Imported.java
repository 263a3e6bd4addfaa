package io.assay.producer.importer;

import java.util.List;
import java.util.Map;

/// What came of a definition.
public sealed interface Imported {

  /// All that could not be taken over as it is.
  List<Finding> findings();

  /// A job document.
  ///
  /// @param job its text, YAML
  /// @param files further files that it refers to, to be written beside it: name → text
  record Job(String job, Map<String, String> files, List<Finding> findings) implements Imported {
    public Job {
      files = Map.copyOf(files);
      findings = List.copyOf(findings);
    }
  }

  /// No job document, since results would not be those of the definition.
  record Refused(List<Finding> findings) implements Imported {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
