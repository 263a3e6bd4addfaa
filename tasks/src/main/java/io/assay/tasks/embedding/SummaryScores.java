package io.assay.tasks.embedding;

import io.assay.tasks.statistics.PairwiseSum;
import io.assay.tasks.statistics.PearsonTest;
import io.assay.tasks.statistics.SpearmanTest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// How well vectors tell good summaries from bad ones, as MTEB's summarization tasks measure it:
/// each machine's summary of a text is as good as its best similarity to a person's summary; this
/// is correlated with people's scores within each text, and the mean is taken over texts. Texts
/// where scores or similarities are all equal are left out.
public final class SummaryScores {

  private final List<Scored> kept;
  private final List<Integer> places;

  /// A text with vectors of its summaries.
  public static final class Text {

    private final double[][] human;
    private final double[][] machine;
    private final double[] gold;

    /// @param human vectors of people's summaries
    /// @param machine vectors of machines' summaries
    /// @param gold what people thought of the machines' summaries
    public Text(double[][] human, double[][] machine, double[] gold) {
      if (machine.length != gold.length) {
        throw new IllegalArgumentException(
            machine.length + " summaries have " + gold.length + " scores");
      }
      this.human = human;
      this.machine = machine;
      this.gold = gold;
    }

    private double[] best(ToDoubleBiFunction<double[], double[]> similarity) {
      return Arrays.stream(machine)
          .mapToDouble(each ->
              Arrays.stream(human)
                  .mapToDouble(other -> similarity.applyAsDouble(each, other))
                  .max()
                  .orElse(Double.NaN))
          .toArray();
    }

    private Scored scored() {
      return new Scored(best(TorchForms::cosine), best(TorchForms::dot), gold);
    }
  }

  /// Correlations of one text.
  private static final class Scored {

    private final double[] cosine;
    private final double[] dot;
    private final double[] gold;

    Scored(double[] cosine, double[] dot, double[] gold) {
      this.cosine = cosine;
      this.dot = dot;
      this.gold = gold;
    }

    boolean isTelling() {
      return IntStream.of(distinct(cosine), distinct(dot), distinct(gold)).min().orElse(0) > 1;
    }

    private static int distinct(double[] values) {
      return (int) Arrays.stream(values).map(each -> each + 0.0).distinct().count();
    }
  }

  /// The scores of texts.
  public SummaryScores(List<Text> texts) {
    List<Scored> scored = texts.stream().map(Text::scored).toList();
    places =
        IntStream.range(0, scored.size()).filter(i -> scored.get(i).isTelling()).boxed().toList();
    kept = places.stream().map(scored::get).toList();
  }

  /// The places of the texts that count.
  public List<Integer> places() {
    return places;
  }

  /// Spearman's correlation of the best cosine, MTEB's main score; empty where no text counts.
  public OptionalDouble cosineSpearman() {
    return mean(kept.stream().mapToDouble(each -> spearman(each.cosine, each.gold)).toArray());
  }

  /// Pearson's correlation of the best cosine; empty where no text counts.
  public OptionalDouble cosinePearson() {
    return mean(kept.stream().mapToDouble(each -> pearson(each.cosine, each.gold)).toArray());
  }

  /// Spearman's correlation of the best dot product; empty where no text counts.
  public OptionalDouble dotSpearman() {
    return mean(kept.stream().mapToDouble(each -> spearman(each.dot, each.gold)).toArray());
  }

  /// Pearson's correlation of the best dot product; empty where no text counts.
  public OptionalDouble dotPearson() {
    return mean(kept.stream().mapToDouble(each -> pearson(each.dot, each.gold)).toArray());
  }

  private static double spearman(double[] scores, double[] gold) {
    return SpearmanTest.of(scores, gold).orElseThrow().rho();
  }

  private static double pearson(double[] scores, double[] gold) {
    return PearsonTest.of(scores, gold).orElseThrow().r();
  }

  private static OptionalDouble mean(double[] values) {
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(PairwiseSum.mean(values));
  }
}
