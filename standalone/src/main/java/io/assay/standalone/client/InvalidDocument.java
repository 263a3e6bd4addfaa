package io.assay.standalone.client;

import java.util.List;

/// The server refused a job document; nothing was started.
public final class InvalidDocument extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidDocument(List<Problem> problems) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems);
  }

  /// All that is wrong, in the document's order.
  public List<Problem> problems() {
    return problems;
  }
}
