package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.images.network.NetworkFailure;
import io.assay.images.picture.Picture;
import io.assay.images.picture.PixelBudget;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Media;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The mean over samples of how a made image compares with the expected one. An infinite value,
/// which equal images have by some measures, is left out of the mean.
final class PairMean extends Definition implements AdditiveMetric {

  /// The task types whose answers have an expected image.
  static final List<String> TASK_TYPES = List.of("image-editing");

  private static final List<Statistic> STATISTICS =
      List.of(new Statistic("sum", 32), new Statistic("squares", 16), Statistic.count("samples"));

  private final boolean masked;
  private final Comparison comparison;

  /// How images compare.
  interface Comparison {
    /// What they are to each other; infinite or NaN where they have no such number.
    ///
    /// @throws IllegalArgumentException where they cannot be compared; the message says why
    double of(Pair pair);
  }

  /// @param masked whether the sample's mask is read, which then must be there
  PairMean(MetricFactory factory, Params params, boolean masked, Comparison comparison) {
    super(factory, params);
    this.masked = masked;
    this.comparison = comparison;
  }

  @Override
  public List<Statistic> statistics() {
    return STATISTICS;
  }

  @Override
  public IntervalKind interval() {
    return IntervalKind.MEAN;
  }

  @Override
  public OptionalDouble value(double[] sums) {
    return sums[2] > 0 ? OptionalDouble.of(sums[0] / sums[2]) : OptionalDouble.empty();
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
    Optional<Blob> expected = Images.expected(sample);
    Optional<Blob> mask = masked ? Images.mask(sample) : Optional.empty();
    if (made.isEmpty()) {
      return wrongAnswer(answer, "images");
    }
    if (expected.isEmpty()) {
      return unjudgeable("target of sample " + sample.id() + " is no image");
    }
    if (masked && mask.isEmpty()) {
      return unjudgeable("sample " + sample.id() + " has no mask");
    }
    try {
      return compared(circumstances.media(), expected.get(), made.get(), mask.orElse(null), sample);
    } catch (IllegalArgumentException e) {
      return unjudgeable("sample " + sample.id() + ": " + e.getMessage());
    } catch (NetworkFailure e) {
      return notJudged("sample " + sample.id() + ": " + e.getMessage());
    }
  }

  private Judgement compared(
      Media media, Blob expected, Blob made, @Nullable Blob mask, Sample sample) {
    Picture reference = Images.open(media, expected, "the expected image");
    Picture picture = Images.open(media, made, "the model's image");
    Picture region = mask == null ? null : Images.open(media, mask, "the mask");
    Pair pair = Pair.of(reference, picture, region);
    try (var _ = PixelBudget.of(pair.reference().size())) {
      return judged(comparison.of(pair), pair, sample);
    }
  }

  private Judgement judged(double value, Pair pair, Sample sample) {
    if (Double.isNaN(value)) {
      return unjudgeable("%s of sample %s is not defined".formatted(info().name(), sample.id()));
    }
    String what =
        "%dx%d pixels, %s, %d bits"
            .formatted(
                pair.reference().width(),
                pair.reference().height(),
                pair.reference().isGrey() ? "grey" : "RGB",
                pair.reference().bits());
    return Double.isInfinite(value)
        ? new Judgement.Judged(
            new Contribution(
                spec(),
                null,
                List.of(0.0, 0.0, 0.0),
                null,
                Map.of(),
                "infinite, since the images are equal; left out of the mean: " + what))
        : judged(
            value,
            List.of(value, value * value, 1.0),
            String.format(Locale.ROOT, "%.4f: %s", value, what));
  }
}
