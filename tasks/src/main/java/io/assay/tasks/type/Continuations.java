package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import java.util.List;

/// Texts that may follow a context.
final class Continuations {

  private Continuations() {}

  /// White space between context and continuation belongs to the continuation, as most tokens begin
  /// with it; where there is none it is a space.
  static ModelRequest after(String context, List<String> texts) {
    String stripped = context.stripTrailing();
    String space = context.substring(stripped.length());
    String between = space.isEmpty() && !context.isEmpty() ? " " : space;
    return new ModelRequest.Likelihood(
        stripped, texts.stream().map(each -> between + each).toList());
  }
}
