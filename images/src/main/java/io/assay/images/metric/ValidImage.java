package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ImageSize;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.picture.Picture;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import java.util.List;
import java.util.Optional;

/// The share of answers that are images: they can be decoded whole, and have the size that was
/// asked for or that the expected image has, where one is known. Other metrics of the same task
/// make a sample whose image cannot be decoded a failed one; this one alone counts it as 0.
@AutoService(MetricFactory.class)
public final class ValidImage implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "valid_image",
        "Share of answers that are whole images of the wanted size.",
        PictureMean.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://www.w3.org/TR/png-3/");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
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
        String size = picture.width() + "x" + picture.height();
        Optional<String> wanted = wanted(sample, circumstances.request());
        boolean right = wanted.isEmpty() || wanted.get().equals(size);
        return judged(right, size + wanted.map(each -> " pixels, expected " + each).orElse(""));
      } catch (IllegalArgumentException e) {
        return judged(false, String.valueOf(e.getMessage()));
      }
    }

    private static Optional<String> wanted(Sample sample, ModelRequest request) {
      return asked(request)
          .map(ImageSize::toString)
          .or(() ->
              request instanceof ModelRequest.EditImage
                  ? Medium.of(sample.target())
                      .filter(each -> each.width() != null && each.height() != null)
                      .map(each -> each.width() + "x" + each.height())
                  : Optional.empty());
    }

    private static Optional<ImageSize> asked(ModelRequest request) {
      return switch (request) {
        case ModelRequest.GenerateImages asked -> Optional.ofNullable(asked.size());
        case ModelRequest.EditImage asked -> Optional.ofNullable(asked.size());
        case ModelRequest.GenerateText _,
            ModelRequest.Embed _,
            ModelRequest.Likelihood _,
            ModelRequest.Transcribe _ ->
            Optional.empty();
      };
    }
  }
}
