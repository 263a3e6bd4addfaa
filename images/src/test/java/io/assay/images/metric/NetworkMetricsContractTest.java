package io.assay.images.metric;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import org.junit.jupiter.api.Nested;

/// What holds of every metric, of those that need a network.
class NetworkMetricsContractTest {

  @Nested
  class FrechetContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("frechet_distance", NetworkFiles.features(""));
    }
  }

  @Nested
  class KernelContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec(
          "kernel_distance", NetworkFiles.features(", \"subset_size\": 8, \"subsets\": 3"));
    }
  }

  @Nested
  class PrecisionContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("image_precision", NetworkFiles.features(", \"neighbours\": 2"));
    }
  }

  @Nested
  class RecallContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec(
          "image_recall", NetworkFiles.features(", \"neighbours\": 2, \"most\": 12"));
    }
  }

  @Nested
  class DensityContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("image_density", NetworkFiles.features(", \"neighbours\": 2"));
    }
  }

  @Nested
  class CoverageContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("image_coverage", NetworkFiles.features(", \"neighbours\": 2"));
    }
  }

  @Nested
  class InceptionContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec(
          "inception_score", "{\"network\": \"%s\", \"size\": 8}".formatted(NetworkFiles.CLASSES));
    }
  }

  @Nested
  class ClipContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec(
          "clip_score", "{%s, \"convention\": \"torchmetrics\"}".formatted(NetworkFiles.CLIP));
    }
  }

  @Nested
  class RefClipContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("ref_clip_score", "{%s}".formatted(NetworkFiles.CLIP));
    }
  }

  @Nested
  class LpipsWholeContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("lpips", "{\"network\": \"%s\"}".formatted(NetworkFiles.DISTANCE));
    }
  }
}
