package io.assay.tasks.embedding;

import io.assay.tasks.text.CodePointOrder;
import io.assay.tasks.text.UnknownName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What trec_eval prints of a run: its official measures or chosen ones, for each query and for
/// all. Releases differ: 9 compares scores in single precision, 10 in double.
public final class TrecReport {

  private static final List<Integer> CUTOFFS = List.of(5, 10, 15, 20, 30, 100, 200, 500, 1000);
  private static final int DECIMALS = 4;
  private static final Pattern WITH_CUTOFF = Pattern.compile("([A-Za-z_]+?)[@_.]([1-9][0-9]{0,6})");

  private final Map<String, Function<TrecMeasures, Double>> plain;
  private final Map<String, TrecMeasures> queries = new TreeMap<>(CodePointOrder.COMPARATOR);
  private final String tag;

  /// A release of trec_eval.
  public enum Release {
    /// 9.0.8.
    NINE,
    /// 10.
    TEN
  }

  /// One line.
  ///
  /// @param measure trec_eval's name
  /// @param query whose, or `all`
  /// @param value as printed
  public record Line(String measure, String query, String value) {}

  /// @param complete whether judged queries that the run lacks count as found nothing for; else
  ///   they are left out
  /// @throws IllegalArgumentException where no query has both a run and judgements
  public TrecReport(
      TrecFiles.Run run,
      Map<String, Map<String, Long>> judgements,
      Release release,
      boolean complete) {
    tag = run.tag();
    plain = plain(release);
    var asked = new TreeSet<String>(judgements.keySet());
    if (!complete) {
      asked.retainAll(run.scores().keySet());
    }
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the run's "
              + run.scores().size()
              + " queries has judgements, of which there are "
              + judgements.size());
    }
    for (String query : asked) {
      queries.put(
          query,
          new TrecMeasures(
              order(run.scores().getOrDefault(query, Map.of()), release),
              judgements.getOrDefault(query, Map.of())));
    }
  }

  private static List<String> order(Map<String, Double> scores, Release release) {
    return release == Release.NINE
        ? TrecOrder.singlePrecision(scores)
        : TrecOrder.doublePrecision(scores);
  }

  /// A query that was left out of the run has 0, which for an empty list is not defined.
  private static List<Double> interpolated(TrecMeasures query, Release release) {
    List<Double> all =
        release == Release.NINE
            ? query.interpolatedPrecisions()
            : query.roundedInterpolatedPrecisions();
    return all.stream().map(each -> each.isNaN() ? 0.0 : each).toList();
  }

  private static Map<String, Function<TrecMeasures, Double>> plain(Release release) {
    Map<String, Function<TrecMeasures, Double>> plain = new LinkedHashMap<>();
    plain.put("num_ret", each -> (double) each.retrieved());
    plain.put("num_rel", each -> (double) each.relevant());
    plain.put("num_rel_ret", each -> (double) each.hits());
    plain.put("map", TrecMeasures::averagePrecision);
    plain.put("gm_map", TrecMeasures::logAveragePrecision);
    plain.put("Rprec", TrecMeasures::rPrecision);
    plain.put("bpref", TrecMeasures::preference);
    plain.put("recip_rank", TrecMeasures::reciprocalRank);
    for (int tenth = 0; tenth <= 10; tenth++) {
      int place = tenth;
      plain.put(
          "iprec_at_recall_" + (tenth == 10 ? "1.00" : "0." + tenth + "0"),
          each -> interpolated(each, release).get(place));
    }
    plain.put("infAP", TrecMeasures::inferredAveragePrecision);
    plain.put(
        "11pt_avg",
        each -> interpolated(each, release).stream().reduce(0.0, Double::sum) / 11);
    plain.put("ndcg", TrecMeasures::ndcg);
    plain.put("set_P", TrecMeasures::setPrecision);
    plain.put("set_recall", TrecMeasures::setRecall);
    plain.put("set_F", TrecMeasures::setF);
    return plain;
  }

  private List<String> official() {
    return Stream.concat(
            plain.keySet().stream().takeWhile(name -> !name.equals("infAP")),
            CUTOFFS.stream().map(k -> "P_" + k))
        .toList();
  }

  /// The lines of measures.
  ///
  /// @param names of measures, as trec_eval's (`ndcg_cut_10`) or ours (`ndcg@10`); none for the
  ///   official ones
  /// @param perQuery whether each query has lines too
  /// @throws UnknownName where there is no such measure
  public List<Line> lines(List<String> names, boolean perQuery) {
    Map<String, Function<TrecMeasures, Double>> measures = new LinkedHashMap<>();
    (names.isEmpty() ? official() : names).forEach(name -> add(measures, name));
    var lines = new ArrayList<Line>();
    if (perQuery) {
      queries.forEach((query, found) ->
          measures.forEach((name, measure) -> {
            if (!name.startsWith("gm_")) {
              lines.add(new Line(name, query, printed(name, measure.apply(found))));
            }
          }));
    }
    lines.add(new Line("runid", "all", tag));
    lines.add(new Line("num_q", "all", Integer.toString(queries.size())));
    measures.forEach((name, measure) ->
        lines.add(new Line(name, "all", printed(name, overAll(name, measure)))));
    return lines;
  }

  private void add(Map<String, Function<TrecMeasures, Double>> to, String name) {
    Function<TrecMeasures, Double> known = plain.get(name);
    if (known != null) {
      to.put(name, known);
      return;
    }
    Matcher parts = WITH_CUTOFF.matcher(name);
    if (!parts.matches()) {
      throw unknown(name);
    }
    int k = Integer.parseInt(parts.group(2));
    switch (parts.group(1)) {
      case "P", "precision" -> to.put("P_" + k, each -> each.precision(k));
      case "recall" -> to.put("recall_" + k, each -> each.recall(k));
      case "ndcg_cut", "ndcg" -> to.put("ndcg_cut_" + k, each -> each.ndcg(k));
      case "map_cut", "map" -> to.put("map_cut_" + k, each -> each.averagePrecision(k));
      case "success", "hit_rate" -> to.put("success_" + k, each -> each.success(k));
      case "mrr", "recip_rank" -> to.put("recip_rank_" + k, each -> each.reciprocalRank(k));
      default -> throw unknown(name);
    }
  }

  private UnknownName unknown(String name) {
    var known = new ArrayList<String>(plain.keySet());
    for (String each : List.of("P_", "recall_", "ndcg_cut_", "map_cut_", "success_", "mrr@")) {
      known.add(each + 10);
    }
    return new UnknownName("measure of trec_eval", name, known);
  }

  private double overAll(String name, Function<TrecMeasures, Double> measure) {
    double sum = queries.values().stream().mapToDouble(measure::apply).sum();
    if (name.startsWith("num_")) {
      return sum;
    }
    double mean = sum / queries.size();
    return name.startsWith("gm_") ? Math.exp(mean) : mean;
  }

  /// As C prints it: what is halfway in binary goes to the even digit.
  private static String printed(String name, double value) {
    if (name.startsWith("num_")) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
