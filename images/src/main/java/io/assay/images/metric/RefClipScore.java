package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.network.OnnxRuntime;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// The CLIPScore with a reference (Hessel et al. 2021): the harmonic mean of the image's score
/// against its caption and of its cosine with the expected image. The paper judges captions, and so
/// its references are captions; here images are judged, and the reference is an image.
@AutoService(MetricFactory.class)
public final class RefClipScore implements MetricFactory {

  /// What the reference puts before each caption.
  static final String PREFIX = "A photo depicts ";

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ref_clip_score",
        "How well made images fit their captions and the expected images by CLIP's embeddings.",
        PictureSetMetric.TASK_TYPES,
        true,
        0,
        2 * 2.5 / 3.5,
        1,
        "https://arxiv.org/abs/2104.08718");
  }

  @Override
  public List<Param> params() {
    return ClipParams.of();
  }

  @Override
  public Optional<String> unavailable() {
    return OnnxRuntime.unavailable();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ClipMetric(this, Params.of(spec, this), PREFIX, false, true);
  }
}
