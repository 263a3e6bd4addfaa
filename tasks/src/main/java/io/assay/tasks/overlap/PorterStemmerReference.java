package io.assay.tasks.overlap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// NLTK's `PorterStemmer` in its default mode, alone and as ROUGE uses it.
@AutoService(ReferenceFunction.class)
public final class PorterStemmerReference implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("porter_nltk_extensions");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    String word = VectorJson.text(line.input("word"));
    boolean isLong = word.codePointCount(0, word.length()) > 3;
    return JsonNodeFactory.instance
        .objectNode()
        .put("stem", PorterStemmer.stem(word))
        .put("stem_if_length_over_3", isLong ? PorterStemmer.stem(word) : word);
  }
}
