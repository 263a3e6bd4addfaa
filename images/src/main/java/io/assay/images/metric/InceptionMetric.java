package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.network.InputParams;
import io.assay.images.network.OnnxRuntime;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// The inception score (Salimans et al. 2016): how surely a network tells what each image shows,
/// and how different that is from image to image. From 1 to the number of classes; it does not look
/// at expected images.
@AutoService(MetricFactory.class)
public final class InceptionMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "inception_score",
        "How clearly and how variously made images belong to a classifier's classes.",
        PictureSetMetric.TASK_TYPES,
        true,
        1,
        Double.POSITIVE_INFINITY,
        1,
        "https://arxiv.org/abs/1606.03498");
  }

  @Override
  public List<Param> params() {
    return NetworkParams.of(
        "ONNX file of a network that classifies images: Inception v3",
        InputParams.INCEPTION,
        new Param(
            "softmax",
            "boolean",
            "true",
            "whether it gives logits, of which probabilities are made"),
        new Param(
            "splits",
            "integer",
            "1",
            "equal parts in an order without meaning, of whose scores this is the mean; papers have"
                + " 10"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public boolean addsUp() {
    return false;
  }

  @Override
  public Optional<String> unavailable() {
    return OnnxRuntime.unavailable();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ClassScores(this, Params.of(spec, this));
  }
}
