package io.assay.tasks.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.List;

/// sacreBLEU's `corpus_bleu` and `sentence_bleu`. The order of short sentences is effective unless
/// the parameters say otherwise, that of corpora is not.
@AutoService(ReferenceFunction.class)
public final class BleuReference implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("bleu_corpus", "bleu_sentence");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    Bleu bleu = bleu(line.params(), line.metric().equals("bleu_sentence"));
    VectorSegments segments = VectorSegments.of(line);
    BleuScore score = bleu.details(bleu.sums(segments.hypotheses(), segments.references()));
    ObjectNode actual = JSON.objectNode();
    actual.put("score", score.score());
    actual.set("precisions", VectorJson.json(score.precisions(), JSON::numberNode));
    actual.set("counts", VectorJson.json(score.counts(), BleuReference::count));
    actual.set("totals", VectorJson.json(score.totals(), BleuReference::count));
    actual.put("bp", score.brevityPenalty());
    actual.put("sys_len", (long) score.hypothesisLength());
    actual.put("ref_len", (long) score.referenceLength());
    return actual.put("signature", bleu.signature(segments.referenceCount()));
  }

  private static Bleu bleu(VectorParams params, boolean sentence) {
    String method = params.choice("smooth_method", "exp", Smoothing.METHODS);
    double value = params.number("smooth_value", Smoothing.defaultValue(method));
    return new Bleu(
        BleuTokenizer.of(params.text("tokenize", "13a")),
        params.flag("lowercase", false),
        new Smoothing(method, value),
        params.integer("max_ngram_order", 4),
        params.flag("effective_order", sentence));
  }

  /// A count, with what smoothing added to it.
  private static JsonNode count(double count) {
    return count == Math.rint(count) ? JSON.numberNode((long) count) : JSON.numberNode(count);
  }
}
