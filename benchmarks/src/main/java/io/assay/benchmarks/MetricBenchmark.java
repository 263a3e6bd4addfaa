package io.assay.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How many pairs of texts a second of processor time one core judges by each metric, beside what
/// the reference implementation in Python took. Time is that of the thread, best of several rounds,
/// as the references' was: on a busy machine the clock on the wall measures the others' work.
///
/// Run it with `benchmarks/metrics [FILE]`, a file of JSON lines with `reference` and `hypothesis`.
public final class MetricBenchmark {

  private static final int ROUNDS = 5;
  private static final int PAIRS = 20_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MetricBenchmark() {}

  /// A row of the table.
  ///
  /// @param reference what Python did, in pairs a second of processor time; 0 if not measured
  /// @param texts how many texts count as one, where that is not a pair
  private record Row(String name, double reference, List<MetricSpec> metrics, int texts) {}

  private static final List<Row> ROWS =
      List.of(
          row("BLEU, 13a (sacreBLEU)", 8_700, spec("bleu")),
          row("chrF (sacreBLEU)", 5_000, spec("chrf")),
          row("chrF++ (sacreBLEU)", 4_300, spec("chrf++")),
          row("TER (sacreBLEU)", 5_100, spec("ter")),
          row("ROUGE-1/2/L (rouge-score)", 11_100, spec("rouge1"), spec("rouge2"), spec("rougeL")),
          row(
              "ROUGE-1/2/L, Porter (rouge-score)",
              4_200,
              stemmed("rouge1"),
              stemmed("rouge2"),
              stemmed("rougeL")),
          row("EM and F1 (SQuAD v1 script)", 28_200, spec("squad_em"), spec("squad_f1")),
          row("WER (jiwer, a call a pair)", 20_500, spec("wer")),
          new Row("Whisper normaliser, with WER (texts)", 7_700, List.of(whisper()), 2),
          row("letter of a choice", 0, spec("accuracy")),
          row("IFEval, strict", 0, spec("ifeval_strict")));

  private static Row row(String name, double reference, MetricSpec... metrics) {
    return new Row(name, reference, List.of(metrics), 1);
  }

  private static MetricSpec spec(String metric) {
    return MetricSpec.of(metric);
  }

  private static MetricSpec stemmed(String metric) {
    return new MetricSpec(metric, metric, Map.of("use_stemmer", JSON.booleanNode(true)));
  }

  private static MetricSpec whisper() {
    return new MetricSpec("wer", "wer", Map.of("normalizer", JSON.textNode("whisper-english")));
  }

  private record Pair(Sample sample, Answer answer) {}

  /// Arguments: those of `benchmarks/metrics`.
  public static void main(String... args) throws IOException {
    List<Pair> pairs = args.length > 0 ? read(Path.of(args[0])) : made();
    System.out.printf("%,d pairs, best of %d rounds, load %.1f%n%n", pairs.size(), ROUNDS, load());
    System.out.println("| metric | pairs a second | Python reference | ratio |");
    System.out.println("|---|---|---|---|");
    for (Row row : ROWS) {
      double speed = speed(row, pairs);
      System.out.printf(
          "| %s | %,.0f | %s | %s |%n",
          row.name(),
          speed,
          row.reference() == 0 ? "–" : "%,.0f".formatted(row.reference()),
          row.reference() == 0 ? "–" : "%.1f".formatted(speed / row.reference()));
    }
    System.out.printf(
        "%nThe references' figures were measured once, on one core of such a machine (processor"
            + " time, best of 5); they are not run here. Load now %.1f.%n",
        load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static double speed(Row row, List<Pair> pairs) {
    List<Metric> metrics = row.metrics().stream().map(Metrics::create).toList();
    var threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = threads.getCurrentThreadCpuTime();
      judge(metrics, pairs);
      best = Math.min(best, threads.getCurrentThreadCpuTime() - begin);
    }
    return pairs.size() * row.texts() / (best / 1e9);
  }

  /// Judges all and gives the corpus's value, so that nothing is left out. Sample by sample, as the
  /// scorer does.
  private static void judge(List<Metric> metrics, List<Pair> pairs) {
    List<double[]> sums =
        metrics.stream().map(each -> new double[additive(each).statistics().size()]).toList();
    for (Pair pair : pairs) {
      for (int i = 0; i < metrics.size(); i++) {
        add(metrics.get(i).judge(pair.sample(), pair.answer()), sums.get(i));
      }
    }
    for (int i = 0; i < metrics.size(); i++) {
      Metric metric = metrics.get(i);
      var _ =
          additive(metric)
              .value(sums.get(i))
              .orElseThrow(() -> new IllegalStateException(metric.signature() + " has no value"));
    }
  }

  private static AdditiveMetric additive(Metric metric) {
    return (AdditiveMetric) metric;
  }

  private static void add(Judgement judgement, double[] sums) {
    switch (judgement) {
      case Judgement.Judged(var contribution) -> {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += contribution.statistics().get(i);
        }
      }
      case Judgement.NotApplicable _ -> {}
      case Judgement.Unjudgeable unfit -> throw new IllegalStateException(unfit.reason());
      case Judgement.NotJudged none -> throw new IllegalStateException(none.reason());
    }
  }

  private static List<Pair> read(Path file) throws IOException {
    var pairs = new ArrayList<Pair>();
    try (var lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode row = ContractJson.mapper().readTree(line);
        pairs.add(
            pair(pairs.size(), row.path("reference").asText(), row.path("hypothesis").asText()));
      }
    }
    return pairs;
  }

  /// Texts of 13 words of which a tenth differ, where no file is given.
  private static List<Pair> made() {
    var random = new Random(7);
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < PAIRS; i++) {
      var reference = new StringBuilder();
      var hypothesis = new StringBuilder();
      for (int word = 0; word < 13; word++) {
        String next = word(random);
        reference.append(word == 0 ? "" : " ").append(next);
        hypothesis
            .append(word == 0 ? "" : " ")
            .append(random.nextInt(10) == 0 ? word(random) : next);
      }
      pairs.add(pair(i, reference + ".", hypothesis + "."));
    }
    return pairs;
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
      word.append("bdfklmnprst".charAt(random.nextInt(11)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  /// The same sample for every metric: with choices and instructions, which the others pass over.
  private static Pair pair(int number, String reference, String hypothesis) {
    Map<String, JsonNode> metadata =
        Map.of(
            "instruction_id_list",
            JSON.arrayNode().add("length_constraints:number_words").add("punctuation:no_comma"),
            "choices",
            JSON.arrayNode().add(reference).add("none of these"),
            "kwargs",
            JSON.arrayNode()
                .add(JSON.objectNode().put("relation", "at least").put("num_words", 5))
                .add(JSON.objectNode()));
    var sample =
        new Sample("s" + number, JSON.textNode(""), JSON.textNode(reference), null, metadata);
    return new Pair(sample, new Answer.Text(hypothesis));
  }
}
