package io.assay.dashboard.ui;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/// What pages ask the prompt producer for and this module does not have: answers of the same shape.
final class ProducerAnswers {

  static final String WRONG = "exact_mach";

  private ProducerAnswers() {}

  /// Finds one mistake: a misspelt metric.
  @Path("/api/jobs/validate")
  @Produces(MediaType.APPLICATION_JSON)
  public static class Validation {

    @POST
    public Map<String, Object> validate(Map<String, Object> body) {
      var lines = String.valueOf(body.get("document")).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(WRONG)) {
          return Map.of("problems", List.of(problem(i + 1)));
        }
      }
      return Map.of("problems", List.of(), "samples", 1319);
    }

    private static Map<String, Object> problem(int line) {
      return Map.of(
          "line",
          line,
          "column",
          5,
          "path",
          "metrics[0]",
          "message",
          "unknown metric " + WRONG,
          "suggestion",
          "did you mean exact_match?");
    }
  }

  /// Two cards.
  @Path("/api/models")
  @Produces(MediaType.APPLICATION_JSON)
  public static class Catalogue {

    @GET
    public List<Map<String, Object>> all() {
      return List.of(
          card("meta/llama-7b", "LLaMA 7B", "text-generation", "open-source", "model"),
          card("openai/dall-e-3", "DALL·E 3", "image-generation", "proprietary", "service"));
    }

    private static Map<String, Object> card(
        String id, String title, String taskType, String openness, String offering) {
      return Map.of(
          "id",
          id,
          "title",
          title,
          "family",
          title,
          "taskTypes",
          List.of(taskType),
          "openness",
          openness,
          "offering",
          offering,
          "stage",
          "foundation",
          "source",
          "https://example.com/card");
    }
  }
}
