package io.assay.tasks.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// One or more functions of reference implementations, answered by our code. Found by its
/// annotation `@AutoService(ReferenceFunction.class)`.
public interface ReferenceFunction {

  /// The names that a line's `metric` has for them.
  List<String> names();

  /// What the reference would give for a line, in its shape.
  ///
  /// @throws IllegalArgumentException where the reference refuses this input, or a parameter has a
  ///   wrong value; the message says what is wrong
  JsonNode actual(VectorLine line);
}
