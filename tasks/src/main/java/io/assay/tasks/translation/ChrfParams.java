package io.assay.tasks.translation;

import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.util.List;

/// The parameters of chrF in job documents, with sacreBLEU's names.
final class ChrfParams {

  private ChrfParams() {}

  static List<Param> all(int wordOrder) {
    return List.of(
        new Param("char_order", "integer", "6", "the longest character n-grams that count"),
        new Param(
            "word_order",
            "integer",
            Integer.toString(wordOrder),
            "the longest word n-grams that count; 2 is chrF++"),
        new Param("beta", "number", "2", "how many times more recall counts than precision"),
        new Param("lowercase", "boolean", "false", "compare in lower case"),
        new Param("whitespace", "boolean", "false", "keep white space in character n-grams"),
        new Param(
            "eps_smoothing",
            "boolean",
            "false",
            "average the F-scores of all orders, where 1e-16 stands for nothing"));
  }

  static Chrf read(Params params) {
    return new Chrf(
        params.integer("char_order", 0),
        params.integer("word_order", 0),
        params.number("beta", 0),
        params.flag("lowercase"),
        params.flag("whitespace"),
        params.flag("eps_smoothing"));
  }
}
