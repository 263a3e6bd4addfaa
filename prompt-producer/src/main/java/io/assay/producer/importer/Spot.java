package io.assay.producer.importer;

import java.util.List;

/// Where a part of a definition stands, to note what is found there.
sealed interface Spot {

  /// Notes what prevents an import.
  ///
  /// @param path the place inside this one; empty for the whole
  void refuse(String path, String message);

  /// Notes what a person should know.
  void note(String path, String message);

  /// A part of a YAML file.
  record InDefinition(Definition definition, String at) implements Spot {
    @Override
    public void refuse(String path, String message) {
      definition.refuse(inside(path), message);
    }

    @Override
    public void note(String path, String message) {
      definition.note(inside(path), message);
    }

    private String inside(String path) {
      return path.isEmpty() ? at : at + "." + path;
    }
  }

  /// A line of a file of lines.
  record OnLine(String file, int line, List<Finding> findings) implements Spot {
    @Override
    public void refuse(String path, String message) {
      findings.add(new Finding(file, line, message, true));
    }

    @Override
    public void note(String path, String message) {
      findings.add(new Finding(file, line, message, false));
    }
  }
}
