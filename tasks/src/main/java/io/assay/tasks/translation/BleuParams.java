package io.assay.tasks.translation;

import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.util.List;

/// The parameters of BLEU in job documents, with sacreBLEU's names.
final class BleuParams {

  private BleuParams() {}

  static List<Param> all(boolean effectiveOrder) {
    return List.of(
        new Param("tokenize", "text", "13a", "one of " + String.join(", ", BleuTokenizer.labels())),
        new Param("lowercase", "boolean", "false", "compare in lower case"),
        new Param(
            "smooth_method",
            "text",
            "exp",
            "for n-gram orders without matches: one of " + String.join(", ", Smoothing.METHODS)),
        new Param(
            "smooth_value",
            "number",
            "0.1 for floor, 1 for add-k",
            "what floor puts in place of 0 matches, or what add-k adds"),
        new Param("max_ngram_order", "integer", "4", "the longest n-grams that count"),
        new Param(
            "effective_order",
            "boolean",
            Boolean.toString(effectiveOrder),
            "leave out orders that everything was too short for"));
  }

  static Bleu read(Params params) {
    String tokenizer = params.choice("tokenize", BleuTokenizer.labels());
    boolean lowercase = params.flag("lowercase");
    String method = params.choice("smooth_method", Smoothing.METHODS);
    double value = params.number("smooth_value", 0, Smoothing.defaultValue(method));
    return new Bleu(
        BleuTokenizer.of(tokenizer),
        lowercase,
        new Smoothing(method, value),
        params.integer("max_ngram_order", 1),
        params.flag("effective_order"));
  }
}
