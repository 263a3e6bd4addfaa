package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Scores of bitext mining as MTEB gives them: for each sentence the nearest one of another
/// language by cosine, with the place of the right one as a class.
@AutoService(ReferenceFunction.class)
public final class BitextVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("bitext_mining");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[][] source = units(line.input("source"));
    double[][] target = units(line.input("target"));
    requireOwnSentences(source, target);
    List<Integer> gold = VectorJson.list(line.input("gold"), pair -> pair.path(1).asInt());
    var found = new ArrayList<Integer>();
    var scores = new double[source.length];
    for (int i = 0; i < source.length; i++) {
      double[] similar = TorchForms.dots(source[i], target);
      if (similar.length == 0) {
        throw new IllegalArgumentException("there is no target");
      }
      found.add(TorchTop.place(similar));
      scores[i] = similar[found.getLast()];
    }
    var confusion = Confusion.of(gold, found);
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("precision", confusion.weighted(confusion::precision));
    actual.put("recall", confusion.weighted(confusion::recall));
    actual.put("f1", confusion.weighted(confusion::f1)).put("accuracy", confusion.accuracy());
    ArrayNode neighbours = actual.putArray("neighbours");
    found.forEach(neighbours::add);
    return actual.set("scores", VectorJson.json(scores));
  }

  /// MTEB refuses the sources in reverse as targets: in NumPy they are a view of one array, which
  /// PyTorch does not take.
  private static void requireOwnSentences(double[][] source, double[][] target) {
    double[][] reversed = Arrays.asList(source).reversed().toArray(double[][]::new);
    if (source.length > 1
        && Arrays.deepEquals(reversed, target)
        && !Arrays.deepEquals(source, target)) {
      throw new IllegalArgumentException(
          "the targets are the sources in reverse order, not sentences of another language");
    }
  }

  private static double[][] units(JsonNode node) {
    return Arrays.stream(VectorJson.matrix(node)).map(TorchForms::unit).toArray(double[][]::new);
  }
}
