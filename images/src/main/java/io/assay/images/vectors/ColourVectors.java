package io.assay.images.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.images.colour.Colour;
import io.assay.images.colour.ColourDifferences;
import io.assay.images.colour.Colourfulness;
import io.assay.images.colour.Lab;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// Colours as scikit-image converts and compares them, and how colourful pictures are.
@AutoService(ReferenceFunction.class)
public final class ColourVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("srgb_to_lab", "delta_e", "image_delta_e", "colorfulness");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "srgb_to_lab" -> converted(VectorJson.numbers(line.input("rgb")));
      case "delta_e" -> differences(lab(line, "lab1"), lab(line, "lab2"));
      case "image_delta_e" ->
          differences(
              ColourDifferences.of(
                  Inputs.picture(line, "reference"), Inputs.picture(line, "test")));
      default -> colourfulness(Colourfulness.of(Inputs.picture(line, "file")));
    };
  }

  private static JsonNode converted(double[] rgb) {
    requireThree(rgb);
    Colour colour = new Colour(rgb[0] / 255, rgb[1] / 255, rgb[2] / 255);
    Lab lab = colour.lab();
    ObjectNode node = JSON.objectNode();
    node.set("lab", VectorJson.json(lab.lightness(), lab.a(), lab.b()));
    node.set("xyz", VectorJson.json(colour.xyz()));
    node.set("ycbcr", VectorJson.json(colour.ycbcr()));
    node.set("hsv", VectorJson.json(colour.hsv()));
    node.set("gray", VectorJson.json(colour.grey()));
    return node;
  }

  private static Lab lab(VectorLine line, String name) {
    double[] numbers = VectorJson.numbers(line.input(name));
    requireThree(numbers);
    return new Lab(numbers[0], numbers[1], numbers[2]);
  }

  private static void requireThree(double[] numbers) {
    if (numbers.length != 3) {
      throw new IllegalArgumentException("a colour has 3 numbers, not " + numbers.length);
    }
  }

  private static JsonNode differences(Lab reference, Lab other) {
    ObjectNode node = JSON.objectNode();
    node.set("cie76", VectorJson.json(reference.cie76(other)));
    node.set("ciede94", VectorJson.json(reference.cie94(other)));
    node.set("ciede2000", VectorJson.json(reference.ciede2000(other)));
    node.set("ciede2000_published_4dp", rounded(reference.ciede2000(other)));
    node.set("cmc_1_1", VectorJson.json(reference.cmc(other)));
    return node;
  }

  private static JsonNode rounded(double value) {
    return VectorJson.json(Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : value);
  }

  private static JsonNode differences(ColourDifferences differences) {
    ObjectNode node = JSON.objectNode();
    node.set("ciede2000_mean", VectorJson.json(differences.mean()));
    node.set("ciede2000_max", VectorJson.json(differences.largest()));
    node.set("ciede2000_p95", VectorJson.json(differences.percentile95()));
    node.set("cie76_mean", VectorJson.json(differences.mean76()));
    node.set("ab_rmse", VectorJson.json(differences.chromaError()));
    return node;
  }

  private static JsonNode colourfulness(Colourfulness colourfulness) {
    ObjectNode node = JSON.objectNode();
    node.set("m3", VectorJson.json(colourfulness.value()));
    node.set("rg_mean", VectorJson.json(colourfulness.redGreen()));
    node.set("rg_std", VectorJson.json(colourfulness.redGreenSpread()));
    node.set("yb_mean", VectorJson.json(colourfulness.yellowBlue()));
    node.set("yb_std", VectorJson.json(colourfulness.yellowBlueSpread()));
    return node;
  }
}
