package io.assay.images.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.images.prompts.ClipScore;
import io.assay.images.prompts.CompositionCheck;
import io.assay.images.prompts.CompositionCheck.Demand;
import io.assay.images.prompts.CompositionCheck.Position;
import io.assay.images.prompts.CompositionSummary;
import io.assay.images.prompts.CompositionSummary.Result;
import io.assay.images.prompts.DetectedObject;
import io.assay.images.prompts.PreferenceAccuracy;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fitness of pictures for their prompts as clipscore, torchmetrics, GenEval and ImageReward give
/// it.
@AutoService(ReferenceFunction.class)
public final class PromptVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("clip_score", "geneval", "geneval_summary", "preference_accuracy");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "clip_score" -> clipScore(line);
      case "geneval" -> composition(line);
      case "geneval_summary" ->
          summary(
              CompositionSummary.of(VectorJson.list(line.input("results"), PromptVectors::result)));
      default -> preference(line);
    };
  }

  private static JsonNode clipScore(VectorLine line) {
    List<double[]> captions = Inputs.rows(line.input("text_embeddings"));
    ClipScore score = ClipScore.of(Inputs.rows(line.input("image_embeddings")), captions);
    ObjectNode node = JSON.objectNode();
    node.set("clipscore", VectorJson.json(score.mean()));
    node.set("per_sample", VectorJson.json(score.scores(), VectorJson::json));
    node.set("torchmetrics_100x", VectorJson.json(score.percent()));
    JsonNode references = line.inputs().path("reference_embeddings");
    if (references.isArray()) {
      addReferences(node, score, captions, VectorJson.list(references, Inputs::rows));
    }
    return node;
  }

  private static void addReferences(
      ObjectNode node, ClipScore score, List<double[]> captions, List<List<double[]>> references) {
    if (captions.size() != references.size()) {
      throw new IllegalArgumentException(
          captions.size() + " captions, but " + references.size() + " lists of references");
    }
    List<Double> cosines = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      cosines.add(ClipScore.bestCosine(captions.get(i), references.get(i)));
    }
    List<Double> both = score.withReferences(cosines);
    node.set("refonly", VectorJson.json(mean(cosines)));
    node.set("ref_per_sample", VectorJson.json(cosines, VectorJson::json));
    node.set("refclipscore_per_sample", VectorJson.json(both, VectorJson::json));
    node.set("refclipscore", VectorJson.json(mean(both)));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /// Texts that depend on the order of a Python set are left out in the expected values.
  private static JsonNode composition(VectorLine line) {
    JsonNode metadata = line.input("metadata");
    CompositionCheck check =
        CompositionCheck.of(
            objects(line.input("detections")),
            demands(metadata.path("include")),
            demands(metadata.path("exclude")));
    String reason = String.join("\n", check.missing());
    return JSON.objectNode()
        .put("correct", check.correct())
        .put("reason", reason.contains(" and ") ? "(text omitted: set order)" : reason);
  }

  private static Map<String, List<DetectedObject>> objects(JsonNode detections) {
    Map<String, List<DetectedObject>> objects = new HashMap<>();
    detections
        .properties()
        .forEach(each ->
            objects.put(each.getKey(), VectorJson.list(each.getValue(), PromptVectors::object)));
    return objects;
  }

  private static DetectedObject object(JsonNode node) {
    double[] box = VectorJson.numbers(node.path("box"));
    if (box.length < 4) {
      throw new IllegalArgumentException("a box has 4 sides, not " + box.length);
    }
    return new DetectedObject(
        box[0],
        box[1],
        box[2],
        box[3],
        box.length > 4 ? box[4] : 1,
        textOrNull(node.has("colour") ? node.path("colour") : node.path("color")));
  }

  private static @Nullable String textOrNull(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static List<Demand> demands(JsonNode node) {
    return node.isArray() ? VectorJson.list(node, PromptVectors::demand) : List.of();
  }

  private static Demand demand(JsonNode node) {
    JsonNode position = node.path("position");
    return new Demand(
        VectorJson.text(node.path("class")),
        (int) VectorJson.number(node.path("count")),
        textOrNull(node.path("color")),
        position.isArray()
            ? new Position(position.path(0).asText(), position.path(1).asInt())
            : null);
  }

  private static Result result(JsonNode node) {
    return new Result(
        node.path("tag").asText(), node.path("prompt").asText(), node.path("correct").asBoolean());
  }

  private static JsonNode summary(CompositionSummary summary) {
    ObjectNode node = JSON.objectNode();
    node.set("images_correct", VectorJson.json(summary.pictures()));
    node.set("prompts_any_correct", VectorJson.json(summary.prompts()));
    ObjectNode tags = node.putObject("per_tag");
    summary.byTag().forEach((tag, share) -> tags.set(tag, VectorJson.json(share)));
    node.set("overall", VectorJson.json(summary.overall()));
    return node;
  }

  private static JsonNode preference(VectorLine line) {
    List<double[]> ranks = Inputs.rows(line.input("human_ranks"));
    List<double[]> rewards = Inputs.rows(line.input("rewards"));
    if (ranks.size() != rewards.size()) {
      throw new IllegalArgumentException(
          ranks.size() + " prompts with ranks, but " + rewards.size() + " with rewards");
    }
    PreferenceAccuracy all = new PreferenceAccuracy(0, 0);
    for (int i = 0; i < ranks.size(); i++) {
      all = all.plus(PreferenceAccuracy.of(ranks.get(i), rewards.get(i)));
    }
    double accuracy =
        all.value()
            .orElseThrow(() -> new IllegalArgumentException("no pair of pictures is ranked"));
    return JSON.objectNode().put("accuracy", accuracy);
  }
}
