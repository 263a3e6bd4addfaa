package io.assay.tasks.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.List;

/// sacreBLEU's `corpus_ter` and `sentence_ter`; only the former comes with a signature.
@AutoService(ReferenceFunction.class)
public final class TerReference implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("ter_corpus", "ter_sentence");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    var ter = new Ter(tokenizer(line.params()));
    VectorSegments segments = VectorSegments.of(line);
    double[] sums = ter.sums(segments.hypotheses(), segments.references());
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("score", ter.score(sums));
    actual.put("num_edits", (long) sums[0]);
    actual.put("ref_length", sums[1]);
    return line.metric().equals("ter_corpus")
        ? actual.put("signature", ter.signature(segments.referenceCount()))
        : actual;
  }

  static TercomTokenizer tokenizer(VectorParams params) {
    return new TercomTokenizer(
        params.flag("normalized", false),
        params.flag("no_punct", false),
        params.flag("asian_support", false),
        params.flag("case_sensitive", false));
  }
}
