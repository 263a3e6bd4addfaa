package io.assay.tasks.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.text.PythonText;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// What sacreBLEU's tokenizers make of a text whose end was stripped. `none` and `char` leave white
/// space as it is; the others leave one space between tokens.
@AutoService(ReferenceFunction.class)
public final class TokenizerReference implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("tokenize");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    String name = line.params().text("tokenizer", "13a");
    Tokenizer tokenizer =
        name.equals("tercom") ? TerReference.tokenizer(line.params()) : BleuTokenizer.of(name);
    String text = PythonText.stripEnd(VectorJson.text(line.input("text")));
    String tokenized = tokenizer.tokenize(text);
    boolean raw = tokenizer == BleuTokenizer.NONE || tokenizer == BleuTokenizer.CHAR;
    return JsonNodeFactory.instance
        .objectNode()
        .put("tokenized", raw ? tokenized : String.join(" ", PythonText.split(tokenized)));
  }
}
