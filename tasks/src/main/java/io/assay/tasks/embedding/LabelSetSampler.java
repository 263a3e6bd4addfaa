package io.assay.tasks.embedding;

import io.assay.tasks.statistics.NumpyRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Draws examples with any number of labels, experiment after experiment, as MTEB's multilabel
/// tasks draw them: from a shuffled list, which stays shuffled, each example is taken that has a
/// label of which there are not yet enough.
final class LabelSetSampler {

  private final List<List<String>> labels;
  private final int[] places;
  private final NumpyRandom random;

  LabelSetSampler(List<List<String>> labels, int seed) {
    this.labels = labels;
    this.places = IntStream.range(0, labels.size()).toArray();
    this.random = new NumpyRandom(seed);
  }

  int[] next(int each) {
    random.shuffle(places);
    Map<String, Integer> taken = new HashMap<>();
    var chosen = new ArrayList<Integer>();
    for (int place : places) {
      if (labels.get(place).stream().anyMatch(label -> taken.getOrDefault(label, 0) < each)) {
        chosen.add(place);
        labels.get(place).forEach(label -> taken.merge(label, 1, Integer::sum));
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }
}
