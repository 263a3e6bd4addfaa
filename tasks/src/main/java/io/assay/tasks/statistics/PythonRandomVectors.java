package io.assay.tasks.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What CPython's generator draws from a seed, by one method after the other.
@AutoService(ReferenceFunction.class)
public final class PythonRandomVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("cpython_random");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    JsonNode seed = line.params().get("seed");
    if (!seed.isIntegralNumber()) {
      throw new IllegalArgumentException("seed is " + seed + ", expected a whole number");
    }
    var random = new PythonRandom(seed.bigIntegerValue());
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    ArrayNode doubles = actual.putArray("random");
    IntStream.range(0, 5).forEach(_ -> doubles.add(random.random()));
    ArrayNode words = actual.putArray("getrandbits32");
    IntStream.range(0, 5).forEach(_ -> words.add(random.randomBits(32)));
    actual.set("choices_range1000_k8", json(random.choices(1000, 8)));
    actual.set("shuffle_range10", json(shuffled(random)));
    actual.set("randrange7", json(IntStream.range(0, 8).map(_ -> random.below(7)).toArray()));
    actual.set("sample_range50_5", json(random.sample(50, 5)));
    return actual;
  }

  private static int[] shuffled(PythonRandom random) {
    int[] items = IntStream.range(0, 10).toArray();
    random.shuffle(items);
    return items;
  }

  private static ArrayNode json(int... numbers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Arrays.stream(numbers).forEach(array::add);
    return array;
  }
}
