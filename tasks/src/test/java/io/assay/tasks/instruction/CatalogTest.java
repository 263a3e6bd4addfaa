package io.assay.tasks.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.vectors.GoldenFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

  /// Rows of our own: those of the reference's dataset may not be copied.
  @Test
  void instructionsAreCheckedAsIfevalDoes() {
    GoldenFiles.check("ifeval_own.jsonl");
  }

  @Test
  void longResponsesTakeTimeInProportion() {
    ObjectNode numbers = JsonNodeFactory.instance.objectNode();
    numbers
        .put("num_bullets", 1)
        .put("num_placeholders", 1)
        .put("num_highlights", 1)
        .put("num_paragraphs", 1)
        .put("num_words", 1)
        .put("relation", "at least");
    for (String part : List.of("\n", " ", "[", "<<", "*", "* \n", "- ", "\"", "{\"a\":", "***\n")) {
      String response = part.repeat(1_000_000 / part.length());
      for (String id :
          List.of(
              "detectable_format:number_bullet_lists",
              "detectable_content:number_placeholders",
              "detectable_format:number_highlighted_sections",
              "detectable_format:title",
              "detectable_format:json_format",
              "length_constraints:number_paragraphs",
              "length_constraints:number_words",
              "combination:two_responses")) {
        assertThat(Catalog.instruction(new Arguments(id, numbers)).isFollowed(response))
            .isPresent();
      }
    }
  }
}
