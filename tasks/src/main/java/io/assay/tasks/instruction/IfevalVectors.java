package io.assay.tasks.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;
import java.util.Optional;

/// Which instructions of a prompt a response follows, as IFEval's evaluation says.
@AutoService(ReferenceFunction.class)
public final class IfevalVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("ifeval");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    line.params().text("prompt", ""); // for people: no check that is decided here reads it
    InstructionSet set =
        InstructionSet.of(
            VectorJson.texts(line.params().get("instruction_id_list")),
            line.params().get("kwargs"));
    String response = VectorJson.text(line.input("response"));
    List<Boolean> strict = decided(set.strict(response));
    List<Boolean> loose = decided(set.loose(response));
    return JSON.objectNode()
        .put("all_strict", !strict.contains(false))
        .put("all_loose", !loose.contains(false))
        .<ObjectNode>set("strict", VectorJson.json(strict, JSON::booleanNode))
        .set("loose", VectorJson.json(loose, JSON::booleanNode));
  }

  private static List<Boolean> decided(Optional<List<Boolean>> followed) {
    return followed.orElseThrow(
        () -> new IllegalArgumentException("an expression of an instruction backtracks too much"));
  }
}
