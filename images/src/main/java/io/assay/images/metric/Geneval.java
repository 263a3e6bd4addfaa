package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Whether images show the objects that were asked for (GenEval, Ghosh et al. 2023): in number,
/// colour and place, by what a detector found, which recorded outputs and programs give with their
/// images (`objects`). The mean over kinds of prompts, each counting alike, unless `summary` says
/// otherwise.
@AutoService(MetricFactory.class)
public final class Geneval implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "geneval",
        "Share of images that show the objects that were asked for, mean over kinds of prompts.",
        PictureSetMetric.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2310.11513");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "summary",
            "text",
            "tags",
            "tags: the mean of each metadata.tag's share; images: the share of right images;"
                + " prompts: the share of samples with a right image among their repeats"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Compositions(this, Params.of(spec, this));
  }
}
