package io.assay.tasks.statistics;

import static io.assay.tasks.statistics.BootstrapVectors.percent;
import static io.assay.tasks.statistics.MeanVectors.ends;
import static io.assay.tasks.vectors.VectorJson.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// Tests of two systems on the same samples as SciPy, statsmodels and sacreBLEU give them.
@AutoService(ReferenceFunction.class)
public final class PairedTestVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("mcnemar", "paired_permutation_exact", "paired_bootstrap");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "mcnemar" -> mcNemar(line);
      case "paired_permutation_exact" -> permutation(line);
      default -> bootstrap(line);
    };
  }

  private static JsonNode mcNemar(VectorLine line) {
    var test =
        new McNemar(
            line.input("only_first_correct").asInt(), line.input("only_second_correct").asInt());
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("exact_pvalue", test.exact().p()).put("exact_statistic", test.exact().statistic());
    test.midP()
        .ifPresentOrElse(p -> actual.put("midp_pvalue", p), () -> actual.putNull("midp_pvalue"));
    test.chiSquaredCorrected().ifPresent(result -> put(actual, "chi2_corrected", result));
    test.chiSquared().ifPresent(result -> put(actual, "chi2", result));
    return actual;
  }

  private static ObjectNode put(ObjectNode actual, String name, TestResult result) {
    return actual.putObject(name).put("statistic", result.statistic()).put("pvalue", result.p());
  }

  private static JsonNode permutation(VectorLine line) {
    var differences =
        Differences.of(
            VectorJson.numbers(line.input("first")), VectorJson.numbers(line.input("second")));
    SignFlips flips = SignFlips.exact(differences);
    int count = differences.values().length;
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("mean_difference", differences.mean());
    actual.put("p_two_sided_abs", flips.twoSided());
    actual.put("p_greater", flips.greater()).put("p_less", flips.less());
    actual.put("n_permutations", flips.assignments());
    if (count >= 2) {
      actual.put("scipy_p_two_sided", flips.twiceTheSmaller());
      differences
          .studentT()
          .ifPresent(result -> put(actual, "paired_t", result).put("df", count - 1));
      Wilcoxon wilcoxon = Wilcoxon.of(differences);
      if (wilcoxon.canBeExact()) {
        put(actual, "wilcoxon_exact_two-sided", wilcoxon.exactTwoSided());
        put(actual, "wilcoxon_exact_greater", wilcoxon.exactGreater());
        put(actual, "wilcoxon_exact_less", wilcoxon.exactLess());
      }
    }
    actual.put("sign_test_pvalue", differences.sign().p());
    return actual;
  }

  private static JsonNode bootstrap(VectorLine line) {
    double level = line.params().number("confidence", 0.95);
    double[] first = VectorJson.numbers(line.input("first"));
    var bootstrap =
        PairedBootstrap.of(
            first,
            VectorJson.numbers(line.input("second")),
            BootstrapVectors.resamples(line, first.length));
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    actual.put("mean_difference", bootstrap.difference());
    actual.set("replicate_differences", json(bootstrap.replicates()));
    actual.put("fraction_first_better", bootstrap.firstBetter());
    actual.put("fraction_tied", bootstrap.tied());
    bootstrap
        .percentile(level)
        .ifPresent(ends -> actual.set("percentile_" + percent(level), ends(ends)));
    actual.put("sacrebleu_style_pvalue", bootstrap.p());
    return actual;
  }
}
