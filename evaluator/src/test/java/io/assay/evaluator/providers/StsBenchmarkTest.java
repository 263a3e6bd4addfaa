package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.TestPrompts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A spot check against people's judgements: the first 200 pairs of STS-B's test split, where the
/// data are present (folder in the environment variable `ASSAY_STSB`). The whole split is the job
/// `examples/stsb`.
class StsBenchmarkTest {

  private static final int PAIRS = 200;

  private record Pair(double grade, String first, String second) {}

  @Test
  void cosinesOfTheSmallModelFollowPeoplesGrades() throws Exception {
    var file = Path.of(Optional.ofNullable(System.getenv("ASSAY_STSB")).orElse(""), "sts-test.csv");
    assumeTrue(Files.isReadable(file), "STS-B is not here: name its folder in ASSAY_STSB");
    var pairs = pairs(file);
    var cosines = cosines(pairs);

    assertThat(correlation(ranks(cosines), ranks(pairs.stream().map(Pair::grade).toList())))
        .isCloseTo(0.9, within(0.1));
  }

  private static List<Pair> pairs(Path file) throws java.io.IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .limit(PAIRS)
          .map(line -> line.split("\t", -1))
          .map(f -> new Pair(Double.parseDouble(f[4]), f[5], f[6]))
          .toList();
    }
  }

  private static List<Double> cosines(List<Pair> pairs) throws Exception {
    var cosines = new ArrayList<Double>();
    try (var provider = new InProcessProvider()) {
      var spec = TestPrompts.model("in-process", "all-minilm-l6-v2-q", "{}");
      var model = provider.open(spec);
      for (var pair : pairs) {
        var call = TestPrompts.call(TestPrompts.texts(spec, pair.first(), pair.second()));
        var answered = (Completion.Answered) Capabilities.ask(model, call);
        var vectors = ((Answer.Vectors) answered.answer()).vectors();
        cosines.add(FakeProviderTest.cosine(vectors.get(0), vectors.get(1)));
      }
    }
    return cosines;
  }

  /// Ranks from 1; equal values share the mean of theirs.
  private static double[] ranks(List<Double> values) {
    var order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .toList();
    var ranks = new double[values.size()];
    for (int from = 0; from < order.size(); ) {
      int to = from;
      while (to < order.size() && values.get(order.get(to)).equals(values.get(order.get(from)))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order.get(i)] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = IntStream.range(0, a.length).mapToDouble(i -> a[i]).average().orElseThrow();
    double meanB = IntStream.range(0, b.length).mapToDouble(i -> b[i]).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
