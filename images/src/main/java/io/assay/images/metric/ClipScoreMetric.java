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

/// How well made images fit what was asked for, by CLIP (Hessel et al. 2021): 2.5 times the cosine
/// of the embeddings of image and caption, none below 0; or as torchmetrics has it, 100 times the
/// cosine, and only the mean not below 0.
@AutoService(MetricFactory.class)
public final class ClipScoreMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "clip_score",
        "How well made images fit their captions by the cosine of CLIP's embeddings.",
        PictureSetMetric.TASK_TYPES,
        true,
        0,
        100,
        1,
        "https://arxiv.org/abs/2104.08718");
  }

  @Override
  public List<Param> params() {
    return ClipParams.of(
        new Param(
            "convention",
            "text",
            "clipscore",
            "clipscore: from 0 to 2.5, with \"A photo depicts \" before captions; torchmetrics:"
                + " from 0 to 100, without"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Optional<String> unavailable() {
    return OnnxRuntime.unavailable();
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    boolean percent =
        params.choice("convention", List.of("clipscore", "torchmetrics")).equals("torchmetrics");
    return new ClipMetric(this, params, percent ? "" : RefClipScore.PREFIX, percent, false);
  }
}
