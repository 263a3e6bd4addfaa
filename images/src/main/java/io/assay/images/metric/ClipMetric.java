package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Sample;
import io.assay.images.network.ClipNetwork;
import io.assay.images.network.NetworkFailure;
import io.assay.images.prompts.ClipScore;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Media;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How well made images fit their captions by the cosine of CLIP's embeddings; with the expected
/// image as well, where a metric asks for it.
final class ClipMetric extends Definition implements AdditiveMetric {

  private static final List<Statistic> STATISTICS =
      List.of(Statistic.real("sum"), Statistic.real("squares"), Statistic.count("samples"));

  private final ClipNetwork clip;
  private final String prefix;
  private final boolean percent;
  private final boolean referenced;

  /// @param prefix what goes before each caption
  /// @param percent whether values are those of torchmetrics, from 0 to 100
  /// @param referenced whether the expected image counts too
  ClipMetric(
      MetricFactory factory, Params params, String prefix, boolean percent, boolean referenced) {
    super(factory, params);
    this.clip = ClipParams.read(params);
    this.prefix = prefix;
    this.percent = percent;
    this.referenced = referenced;
  }

  @Override
  public List<Statistic> statistics() {
    return STATISTICS;
  }

  @Override
  public IntervalKind interval() {
    return IntervalKind.MEAN;
  }

  /// The mean; none below 0, which torchmetrics sees to only here.
  @Override
  public OptionalDouble value(double[] sums) {
    return sums[2] > 0 ? OptionalDouble.of(Math.max(0, sums[0] / sums[2])) : OptionalDouble.empty();
  }

  @Override
  public Optional<String> problemWith(Sample sample) {
    return ClipParams.caption(sample).isPresent()
        ? Optional.empty()
        : Optional.of("its input is no text and metadata has no caption, for " + info().name());
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
    Optional<String> caption = ClipParams.caption(sample);
    if (made.isEmpty()) {
      return wrongAnswer(answer, "images");
    }
    if (caption.isEmpty()) {
      return unjudgeable("sample " + sample.id() + " has no caption");
    }
    if (referenced && expected.isEmpty()) {
      return unjudgeable("target of sample " + sample.id() + " is no image");
    }
    try {
      return judged(sample, caption.get(), images(circumstances.media(), made.get(), expected));
    } catch (IllegalArgumentException e) {
      return unjudgeable("sample " + sample.id() + ": " + e.getMessage());
    } catch (NetworkFailure e) {
      return notJudged("sample " + sample.id() + ": " + e.getMessage());
    }
  }

  /// Embeddings of the made image and, where it counts, of the expected one.
  private List<double[]> images(Media media, Blob made, Optional<Blob> expected) {
    List<double[]> embeddings = new ArrayList<>();
    embeddings.add(widened(Rows.of(clip.pictures(), media, made, "the model's image")));
    if (referenced) {
      embeddings.add(
          widened(Rows.of(clip.pictures(), media, expected.orElseThrow(), "the expected image")));
    }
    return embeddings;
  }

  private Judgement judged(Sample sample, String caption, List<double[]> images) {
    double[] text = widened(clip.embedding(prefix + caption));
    var score = ClipScore.of(List.of(images.getFirst()), List.of(text));
    double cosine = score.cosines().getFirst();
    if (!Double.isFinite(cosine)) {
      return notJudged("an embedding of sample " + sample.id() + " is zero: it has no direction");
    }
    double plain = percent ? 100 * cosine : score.scores().getFirst();
    double value = referenced ? withReference(score, images) : plain;
    return Double.isFinite(value)
        ? judged(
            value,
            List.of(value, value * value, 1.0),
            String.format(Locale.ROOT, "%.4f: cosine %.4f with \"%s\"", value, cosine, caption))
        : notJudged("the expected image of sample " + sample.id() + " has an embedding of zero");
  }

  private static double withReference(ClipScore score, List<double[]> images) {
    double reference = ClipScore.bestCosine(images.getFirst(), List.of(images.getLast()));
    return score.withReferences(List.of(reference < 0 ? 0 : reference)).getFirst();
  }

  private static double[] widened(float[] row) {
    var wide = new double[row.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }
}
