package io.assay.tasks.statistics;

import static io.assay.tasks.statistics.MeanVectors.ends;
import static io.assay.tasks.vectors.VectorJson.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Correlations as SciPy gives them, in two shapes: lines with `inputs` get p-values and intervals
/// too, lines with `input` coefficients and ranks.
@AutoService(ReferenceFunction.class)
public final class CorrelationVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Files of expected values leave longer lists of ranks out.
  private static final int MOST_RANKS = 50;

  @Override
  public List<String> names() {
    return List.of("correlation");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    double[] x = VectorJson.numbers(line.input("x"));
    double[] y = VectorJson.numbers(line.input("y"));
    return line.field("inputs").isMissingNode() ? coefficients(x, y) : tests(x, y);
  }

  private static JsonNode coefficients(double[] x, double[] y) {
    boolean numbers =
        Arrays.stream(x).noneMatch(Double::isNaN) && Arrays.stream(y).noneMatch(Double::isNaN);
    boolean finite =
        Arrays.stream(x).allMatch(Double::isFinite) && Arrays.stream(y).allMatch(Double::isFinite);
    boolean pairs = x.length == y.length;
    ObjectNode actual = JSON.objectNode();
    actual.set(
        "pearson",
        pairs && x.length > 1 && !finite
            ? json(Double.NaN)
            : orRefusal(() -> PearsonTest.of(x, y).map(PearsonTest::r)));
    actual.set(
        "spearman",
        pairs && !numbers
            ? json(Double.NaN)
            : orRefusal(() -> SpearmanTest.of(x, y).map(SpearmanTest::rho)));
    actual.set(
        "kendall_tau_b",
        pairs && !numbers
            ? json(Double.NaN)
            : orRefusal(() -> KendallTest.of(x, y).map(KendallTest::tauB)));
    actual.set("ranks_x", json(ranks(x)));
    actual.set("ranks_y", json(ranks(y)));
    return actual;
  }

  private static JsonNode orRefusal(Supplier<Optional<Double>> coefficient) {
    return VectorJson.orRefusal(() -> json(coefficient.get().orElse(Double.NaN)));
  }

  /// One value that is no number leaves none with a rank, as in SciPy.
  private static double[] ranks(double[] values) {
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      return Arrays.stream(values).map(_ -> Double.NaN).toArray();
    }
    return Ranks.average(values);
  }

  private static JsonNode tests(double[] x, double[] y) {
    ObjectNode actual = JSON.objectNode();
    Optional<PearsonTest> pearson = PearsonTest.of(x, y);
    Optional<KendallTest> kendall = KendallTest.of(x, y);
    if (pearson.isEmpty() || kendall.isEmpty()) {
      actual.putObject("pearson").put("r", "NaN");
      actual.putObject("spearman").put("rho", "NaN");
      actual.putObject("kendall_tau_b").put("tau", "NaN");
      return actual;
    }
    SpearmanTest spearman = SpearmanTest.of(x, y).orElseThrow();
    actual.put("n", x.length);
    actual.set("pearson", pearson(pearson.get()));
    actual
        .putObject("spearman")
        .<ObjectNode>set("rho", json(spearman.rho()))
        .set("pvalue", json(spearman.p().orElse(Double.NaN)));
    actual.set(
        "ranks_average_x", x.length <= MOST_RANKS ? json(Ranks.average(x)) : JSON.nullNode());
    put(actual, kendall.get());
    return actual;
  }

  private static ObjectNode pearson(PearsonTest pearson) {
    ObjectNode json = JSON.objectNode().put("r", pearson.r()).put("pvalue", pearson.p());
    if (pearson.count() > 3) {
      json.set("ci95_fisher", ends(pearson.fisher(0.95)));
    }
    return json;
  }

  private static void put(ObjectNode actual, KendallTest kendall) {
    actual.putObject("kendall_tau_b").put("tau", kendall.tauB()).put("pvalue", kendall.p());
    actual.putObject("kendall_tau_c").put("tau", kendall.tauC()).put("pvalue", kendall.p());
    actual.set("kendall_exact_pvalue", orNull(kendall.exactP()));
    actual.set("kendall_asymptotic_pvalue", orNull(kendall.asymptoticP()));
  }

  private static JsonNode orNull(OptionalDouble number) {
    return number.isPresent() ? json(number.getAsDouble()) : JSON.nullNode();
  }
}
