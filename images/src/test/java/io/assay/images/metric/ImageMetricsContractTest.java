package io.assay.images.metric;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/// What holds of every metric, of those of images.
class ImageMetricsContractTest {

  @Nested
  class PsnrContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("psnr", "{}");
    }
  }

  @Nested
  class SsimContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("ssim", "{\"crop\": 2}");
    }
  }

  @Nested
  class MsSsimContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("ms_ssim", "{}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return drawn(random, number, 176);
    }
  }

  @Nested
  class DeltaE76Contract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("delta_e_76", "{}");
    }
  }

  @Nested
  class DeltaE94Contract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("delta_e_94", "{}");
    }
  }

  @Nested
  class DeltaE2000Contract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("delta_e_2000", "{}");
    }
  }

  @Nested
  class DeltaECmcContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("delta_e_cmc", "{}");
    }
  }

  @Nested
  class ColorfulnessContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("colorfulness", "{}");
    }
  }

  @Nested
  class ValidImageContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("valid_image", "{}");
    }
  }

  @Nested
  class MaskedMaeContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("masked_mae", "{}");
    }
  }

  @Nested
  class MaskedMseContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("masked_mse", "{}");
    }
  }

  @Nested
  class MaskedPsnrContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("masked_psnr", "{}");
    }
  }

  @Nested
  class MaskedSsimContract extends DrawnCases {
    @Override
    public MetricSpec spec() {
      return Judging.spec("masked_ssim", "{}");
    }
  }
}
