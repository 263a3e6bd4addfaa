package io.assay.contracts.spec;

/// A way to divide a task's samples, such as by language. Each value of the field is a slice of its
/// own, named `name=value`, and has all metrics of the task.
///
/// @param name what results call it, such as `language`; the field if absent
/// @param by the field: a dotted path, or a Jinja template over the row. A sample whose field is a
///   list is in the slice of each of its items; one without the field is in none
public record SliceSpec(String name, String by) {

  public SliceSpec {
    Require.text(by, "slices: by");
    name = name == null || name.isBlank() ? by : name;
  }

  /// Slices by a field, under its name.
  public static SliceSpec of(String field) {
    return new SliceSpec(field, field);
  }

  /// Whether a slice is one of these.
  public boolean has(String slice) {
    return slice.startsWith(name + "=");
  }
}
