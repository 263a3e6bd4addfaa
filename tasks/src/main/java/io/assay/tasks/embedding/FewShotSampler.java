package io.assay.tasks.embedding;

import io.assay.tasks.statistics.NumpyRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Draws a few examples of each class, experiment after experiment, as MTEB's classification tasks
/// draw them: the list of all examples is shuffled by NumPy's `RandomState`, seeded anew for each
/// experiment, but the list stays shuffled; then the first of each label are taken.
public final class FewShotSampler {

  private final List<String> labels;
  private final int[] places;
  private final int seed;

  /// @param labels each example's
  /// @param seed 32 bits, taken as unsigned
  public FewShotSampler(List<String> labels, int seed) {
    this.labels = List.copyOf(labels);
    this.places = IntStream.range(0, labels.size()).toArray();
    this.seed = seed;
  }

  /// The places of the next experiment's examples, in the order in which they were drawn.
  ///
  /// @param each how many examples of a label; fewer where there are fewer
  public int[] next(int each) {
    new NumpyRandom(seed).shuffle(places);
    Map<String, Integer> taken = new HashMap<>();
    var chosen = new ArrayList<Integer>();
    for (int place : places) {
      if (taken.merge(labels.get(place), 1, Integer::sum) <= each) {
        chosen.add(place);
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }
}
