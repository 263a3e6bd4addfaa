package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Sample;
import io.assay.images.picture.Picture;
import io.assay.images.picture.PixelBudget;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The mean over samples of a number that a made image has by itself.
final class PictureMean extends Mean {

  /// The task types whose answers are images.
  static final List<String> TASK_TYPES = List.of("image-generation", "image-editing");

  private final ToDoubleFunction<Picture> measure;

  PictureMean(MetricFactory factory, Params params, ToDoubleFunction<Picture> measure) {
    super(factory, params, 16);
    this.measure = measure;
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    return Images.made(answer).isPresent()
        ? unjudgeable("there is no access to images here")
        : wrongAnswer(answer, "images");
  }

  @Override
  public Judgement judge(Sample sample, Answer answer, Circumstances circumstances) {
    Optional<Blob> made = Images.made(answer);
    if (made.isEmpty()) {
      return wrongAnswer(answer, "images");
    }
    try {
      Picture picture = Images.open(circumstances.media(), made.get(), "the model's image");
      try (var _ = PixelBudget.of(picture.size())) {
        double value = measure.applyAsDouble(picture);
        return judged(value, String.format(Locale.ROOT, "%.4f", value));
      }
    } catch (IllegalArgumentException e) {
      return unjudgeable("sample " + sample.id() + ": " + e.getMessage());
    }
  }
}
