package io.assay.tasks.speech;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Seconds of recordings for each second of calls: the sum of durations divided by the sum of call
/// times, as the Open ASR Leaderboard has it. Calls at the same time count in full, so that it says
/// how fast one call is, not how many fit into an hour.
@AutoService(MetricFactory.class)
public final class RealTimeFactor implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "rtfx",
        "Seconds of recordings transcribed for each second of calls.",
        List.of("speech-recognition", "speech-translation"),
        true,
        0,
        Double.POSITIVE_INFINITY,
        1,
        "https://github.com/huggingface/open_asr_leaderboard");
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

  private static final class Judge extends Definition implements AdditiveMetric {

    private static final List<Statistic> STATISTICS =
        List.of(new Statistic("audio seconds", 16), new Statistic("call seconds", 32));

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
    }

    @Override
    public List<Statistic> statistics() {
      return STATISTICS;
    }

    @Override
    public OptionalDouble value(double[] sums) {
      return sums[1] > 0 ? OptionalDouble.of(sums[0] / sums[1]) : OptionalDouble.empty();
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return unjudgeable("the time of the call is not known, which rtfx divides by");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer, Circumstances circumstances) {
      Optional<Double> audio = audioSeconds(circumstances.request(), answer);
      Double call = circumstances.callSeconds();
      if (audio.isEmpty()) {
        return unjudgeable("how long the recording is, is not known");
      }
      if (call == null || call <= 0) {
        return judge(sample, answer);
      }
      return judged(
          audio.get() / call,
          List.of(audio.get(), call),
          String.format(Locale.ROOT, "%.3f s of recording in %.3f s", audio.get(), call));
    }

    private static Optional<Double> audioSeconds(ModelRequest request, Answer answer) {
      if (request instanceof ModelRequest.Transcribe asked && asked.audioSeconds() != null) {
        return Optional.of(asked.audioSeconds());
      }
      return answer instanceof Answer.Transcript heard
          ? Optional.ofNullable(heard.audioSeconds())
          : Optional.empty();
    }
  }
}
