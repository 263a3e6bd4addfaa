package io.assay.tasks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonWeightsTest {

  private static final int CLUSTERS = 2000;
  private static final int REPLICATES = PoissonWeights.REPLICATES;

  private final byte[][] weights = weights();

  private static byte[][] weights() {
    var weights = new byte[CLUSTERS][REPLICATES];
    for (int i = 0; i < CLUSTERS; i++) {
      PoissonWeights.fill(PoissonWeights.hash("sample-" + i), weights[i]);
    }
    return weights;
  }

  @Test
  void theFirstWeightsOfVersionOneStayAsTheyAre() {
    assertThat(PoissonWeights.VERSION).isEqualTo(1);
    var first = new byte[16];
    PoissonWeights.fill(PoissonWeights.hash("sample-0"), first);
    assertThat(first).containsExactly(2, 1, 1, 1, 1, 0, 3, 3, 0, 0, 1, 0, 2, 2, 0, 1);
    PoissonWeights.fill(PoissonWeights.hash("päßage 😀"), first);
    assertThat(first).containsExactly(1, 0, 4, 2, 3, 0, 1, 2, 0, 1, 2, 3, 2, 0, 1, 0);
  }

  @Test
  void allWaysToAskGiveTheSameWeight() {
    var hashes = new long[CLUSTERS];
    for (int i = 0; i < CLUSTERS; i++) {
      hashes[i] = PoissonWeights.hash("sample-" + i);
    }
    var across = new int[CLUSTERS];
    for (int b = 0; b < REPLICATES; b += 7) {
      PoissonWeights.fillAcross(hashes, b, across);
      for (int i = 0; i < CLUSTERS; i++) {
        assertThat(across[i])
            .isEqualTo(weights[i][b])
            .isEqualTo(PoissonWeights.weight(hashes[i], b));
      }
    }
  }

  @Test
  void weightsAreDistributedAsPoissonOfOne() {
    var counts = new long[9];
    double n = (double) CLUSTERS * REPLICATES;
    for (byte[] row : weights) {
      for (byte weight : row) {
        counts[weight]++;
      }
    }
    double mean = 0;
    double squares = 0;
    double probability = Math.exp(-1);
    for (int k = 0; k < counts.length; k++) {
      probability = k == 0 ? probability : probability / k;
      assertThat(counts[k] / n)
          .isCloseTo(probability, within(6 * Math.sqrt(probability / n) + 2e-5));
      mean += k * counts[k] / n;
      squares += (double) k * k * counts[k] / n;
    }
    assertThat(mean).isCloseTo(1, within(6 / Math.sqrt(n)));
    assertThat(squares - mean * mean).isCloseTo(1, within(0.01));
  }

  @Test
  void clustersAndReplicatesAreIndependent() {
    double bound = 6 / Math.sqrt((double) CLUSTERS * REPLICATES);
    for (int lag = 1; lag <= 8; lag++) {
      double alongReplicates = 0;
      double alongClusters = 0;
      for (int i = 0; i < CLUSTERS; i++) {
        for (int b = 0; b < REPLICATES; b++) {
          double here = weights[i][b] - 1;
          alongReplicates += here * (weights[i][(b + lag) % REPLICATES] - 1);
          alongClusters += here * (weights[(i + lag) % CLUSTERS][b] - 1);
        }
      }
      double n = (double) CLUSTERS * REPLICATES;
      assertThat(alongReplicates / n).as("replicates, lag %s", lag).isCloseTo(0, within(bound));
      assertThat(alongClusters / n).as("clusters, lag %s", lag).isCloseTo(0, within(bound));
    }
  }

  @Test
  void theBootstrapOfAMeanHasItsStandardError() {
    double sumOfSquares = 0;
    for (int b = 0; b < REPLICATES; b++) {
      double sum = 0;
      double count = 0;
      for (int i = 0; i < CLUSTERS; i++) {
        sum += weights[i][b] * (i % 4 == 0 ? 1 : 0);
        count += weights[i][b];
      }
      sumOfSquares += Math.pow(sum / count - 0.25, 2);
    }
    double expected = Math.sqrt(0.25 * 0.75 / CLUSTERS);
    assertThat(Math.sqrt(sumOfSquares / REPLICATES)).isCloseTo(expected, within(expected * 0.1));
  }
}
