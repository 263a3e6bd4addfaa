package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One test of promptfoo with one value for each variable.
///
/// @param id `test-1`, and so on; a variable with several values adds a further number
/// @param vars the variables
/// @param metadata what is kept for slices
/// @param parts its assertions by what they expect
record PromptfooTest(
    String id, String description, ObjectNode vars, ObjectNode metadata, List<Part> parts) {

  /// Assertions that expect the same.
  ///
  /// @param target what they expect; null where they need nothing
  /// @param metrics their metrics, as job documents write them
  record Part(JsonNode target, List<ObjectNode> metrics) {}
}
