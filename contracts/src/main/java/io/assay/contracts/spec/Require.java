package io.assay.contracts.spec;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The checks that every contract record makes in its compact constructor. Messages name the field,
/// what was expected and what was found.
public final class Require {

  private Require() {}

  /// Refuses null.
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  /// Refuses null and blank text.
  public static String text(@Nullable String value, String field) {
    String present = present(value, field);
    if (present.isBlank()) {
      throw new IllegalArgumentException(field + " is blank, expected text");
    }
    return present;
  }

  /// Refuses null and empty collections.
  public static <C extends Collection<?>> C some(@Nullable C value, String field) {
    C present = present(value, field);
    if (present.isEmpty()) {
      throw new IllegalArgumentException(field + " is empty, expected at least one");
    }
    return present;
  }

  /// Refuses numbers below a minimum.
  public static long atLeast(long minimum, long value, String field) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          field + " is " + value + ", expected " + minimum + " or more");
    }
    return value;
  }
}
