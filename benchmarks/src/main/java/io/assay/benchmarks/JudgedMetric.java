package io.assay.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.MetricSpec;
import java.util.List;
import java.util.Map;

/// A row of the table of text metrics: what is judged together, and how fast the reference was.
public enum JudgedMetric {
  BLEU("BLEU, 13a (sacreBLEU)", 8_700, spec("bleu")),
  CHRF("chrF (sacreBLEU)", 5_000, spec("chrf")),
  CHRF_PLUS_PLUS("chrF++ (sacreBLEU)", 4_300, spec("chrf++")),
  TER("TER (sacreBLEU)", 5_100, spec("ter")),
  ROUGE("ROUGE-1/2/L (rouge-score)", 11_100, spec("rouge1"), spec("rouge2"), spec("rougeL")),
  ROUGE_PORTER(
      "ROUGE-1/2/L, Porter (rouge-score)",
      4_200,
      stemmed("rouge1"),
      stemmed("rouge2"),
      stemmed("rougeL")),
  METEOR("METEOR, exact and stem", 0, spec("meteor")),
  SQUAD("EM and F1 (SQuAD v1 script)", 28_200, spec("squad_em"), spec("squad_f1")),
  WER("WER (jiwer, a call a pair)", 20_500, spec("wer")),
  CER("CER (jiwer, all in one call)", 22_400, spec("cer")),
  WHISPER("Whisper normaliser, with WER (texts)", 7_700, whisper()),
  LEVENSHTEIN("Levenshtein similarity", 0, spec("levenshtein_similarity")),
  CHOICE("letter of a choice", 0, spec("accuracy")),
  IFEVAL("IFEval, strict", 0, spec("ifeval_strict")),
  JSON_SCHEMA("JSON schema", 0, schema());

  private final String title;
  private final double reference;

  @SuppressWarnings("ImmutableEnumChecker") // specs are never changed
  private final List<MetricSpec> metrics;

  JudgedMetric(String title, double reference, MetricSpec... metrics) {
    this.title = title;
    this.reference = reference;
    this.metrics = List.of(metrics);
  }

  /// What the table calls it, with the reference.
  public String title() {
    return title;
  }

  /// What Python did, in pairs a second of processor time; 0 if not measured.
  public double reference() {
    return reference;
  }

  /// What is judged together.
  public List<MetricSpec> metrics() {
    return metrics;
  }

  /// How many texts count as one, where that is not a pair.
  public int texts() {
    return this == WHISPER ? 2 : 1;
  }

  private static MetricSpec spec(String metric) {
    return MetricSpec.of(metric);
  }

  private static MetricSpec stemmed(String metric) {
    return new MetricSpec(
        metric, metric, Map.of("use_stemmer", JsonNodeFactory.instance.booleanNode(true)));
  }

  private static MetricSpec whisper() {
    return new MetricSpec(
        "wer", "wer", Map.of("normalizer", JsonNodeFactory.instance.textNode("whisper-english")));
  }

  private static MetricSpec schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("answer").put("type", "string").put("minLength", 1);
    properties.putObject("score").put("type", "integer").put("minimum", 0).put("maximum", 10);
    schema.putArray("required").add("answer").add("score");
    return new MetricSpec("json_schema", "json_schema", Map.of("schema", schema));
  }
}
