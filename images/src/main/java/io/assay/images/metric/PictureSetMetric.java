package io.assay.images.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.images.network.NetworkFailure;
import io.assay.images.network.PictureNetwork;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Media;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A metric of all made images together, by what a network saw in them; with the expected images as
/// the set that they are compared with, where it compares.
abstract class PictureSetMetric extends Definition implements SetMetric {

  /// The task types whose answers are images.
  static final List<String> TASK_TYPES = List.of("image-generation", "image-editing");

  /// Live values are computed up to so many images: sets of thousands take minutes.
  private static final int LIVE_ROWS = 1000;

  private final PictureNetwork network;
  private final boolean compares;

  /// @param compares whether each row holds the expected image's numbers behind the made one's
  PictureSetMetric(MetricFactory factory, Params params, boolean compares) {
    super(factory, params);
    this.network = NetworkParams.picture(params);
    this.compares = compares;
  }

  @Override
  public final int liveRows() {
    return LIVE_ROWS;
  }

  final PictureNetwork network() {
    return network;
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return Images.made(answer).isPresent()
        ? unjudgeable("there is no access to images here")
        : wrongAnswer(answer, "images");
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer, Circumstances circumstances) {
    Optional<Blob> made = Images.made(answer);
    Optional<Blob> expected = Images.expected(sample);
    if (made.isEmpty()) {
      return wrongAnswer(answer, "images");
    }
    if (compares && expected.isEmpty()) {
      return unjudgeable("target of sample " + sample.id() + " is no image");
    }
    try {
      return contributed(seen(circumstances.media(), made.get(), expected));
    } catch (IllegalArgumentException e) {
      return unjudgeable("sample " + sample.id() + ": " + e.getMessage());
    } catch (NetworkFailure e) {
      return notJudged("sample " + sample.id() + ": " + e.getMessage());
    }
  }

  private Embedding seen(Media media, Blob made, Optional<Blob> expected) {
    float[] one = Rows.of(network, media, made, "the model's image");
    return compares
        ? FeatureSets.joined(
            one, Rows.of(network, media, expected.orElseThrow(), "the expected image"))
        : Embedding.of(one);
  }

  private Judgement contributed(Embedding vector) {
    return new Judgement.Judged(new Contribution(spec(), null, List.of(), vector, Map.of(), null));
  }
}
