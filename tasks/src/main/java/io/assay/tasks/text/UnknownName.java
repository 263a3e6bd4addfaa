package io.assay.tasks.text;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A name that is in no list.
public final class UnknownName extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String name;
  private final String statement;
  private final @Nullable String closest;

  /// @param kind what was named: `metric`, `parameter of exact_match`
  /// @param name as it was written
  /// @param known the names that there are
  public UnknownName(String kind, String name, Collection<String> known) {
    this(name, "unknown " + kind + " " + name, Suggestions.closest(name, known), known);
  }

  private UnknownName(
      String name, String statement, Optional<String> closest, Collection<String> known) {
    super(
        statement
            + closest
                .map(best -> ", did you mean " + best + "?")
                .orElseGet(
                    () -> known.isEmpty() ? "" : ", expected one of " + String.join(", ", known)));
    this.name = name;
    this.statement = statement;
    this.closest = closest.orElse(null);
  }

  /// The name that is unknown.
  public String name() {
    return name;
  }

  /// The message without a suggestion.
  public String statement() {
    return statement;
  }

  /// The known name that was probably meant.
  public Optional<String> closest() {
    return Optional.ofNullable(closest);
  }
}
