package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.ModelRequest.ImageSize;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.ImageEditor;
import io.assay.evaluator.provider.ImageGenerator;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.Transcriber;
import io.assay.evaluator.provider.UnusableModelException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `fake`: a model without a model, so that every job can be tried. Its answers are drawn from a
/// hash of model and sample: the same at every run, in whatever order. As a judge it prefers
/// answers that hold the sample's target, see [FakeVerdicts].
///
/// Options: `behaviour` `echo` (the last message; default) or `oracle` (the sample's target with
/// probability `accuracy`, else something wrong); `accuracy` 0 to 1, default 1; `delayMs` before
/// each answer, default 0; `failRate` share of samples that fail, default 0; `dimensions` of
/// vectors, default 64. Vectors of texts that share words are near. The likelihoods of texts fall
/// with their lengths; an oracle that knows a sample finds the right choice the likeliest. Of
/// speech an oracle writes down each word rightly with probability `accuracy`, an echo nothing.
/// Images are drawn from a hash of the prompt; an edited one is what was expected with noise of `1
/// - accuracy` by an oracle, and the image as it was by an echo.
public final class FakeProvider implements Provider {

  /// How it makes up texts.
  enum Behaviour {
    ECHO,
    ORACLE
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    var model =
        new FakeModel(
            spec,
            options.choice("behaviour", Behaviour.class, Behaviour.ECHO),
            options.share("accuracy", 1),
            options.integer("delayMs", 0, 0),
            options.share("failRate", 0),
            options.integer("dimensions", 1, 64));
    options.refuseOthers();
    return model;
  }

  private record FakeModel(
      ModelSpec spec,
      Behaviour behaviour,
      double accuracy,
      int delayMs,
      double failRate,
      int dimensions)
      implements TextGenerator,
          Embedder,
          LikelihoodScorer,
          Transcriber,
          ImageGenerator,
          ImageEditor {

    @Override
    public Completion generate(ModelRequest.GenerateText request, CallContext call)
        throws InterruptedException {
      call.attempt();
      pause();
      if (Draw.of("fail", spec.id(), call.prompt().key()) < failRate) {
        return failure();
      }
      var verdict = FakeVerdicts.of(request, call, behaviour == Behaviour.ORACLE ? accuracy : 1);
      if (verdict.isPresent()) {
        String said = verdict.get();
        return answer(new Answer.Text(said), tokens(request.messages()), tokens(said));
      }
      String text =
          switch (behaviour) {
            case ECHO -> request.messages().getLast().content();
            case ORACLE -> oracle(call);
          };
      return answer(new Answer.Text(text), tokens(request.messages()), tokens(text));
    }

    private String oracle(CallContext call) {
      String target = text(call.sample().target());
      if (!knows(call)) {
        return wrong(target);
      }
      return call.prompt().taskType().equals("multiple-choice")
          ? "Answer: " + FakeChoices.letter(call.sample(), target)
          : target;
    }

    @Override
    public Completion embed(ModelRequest.Embed request, CallContext call)
        throws InterruptedException {
      call.attempt();
      pause();
      if (Draw.of("fail", spec.id(), call.prompt().key()) < failRate) {
        return failure();
      }
      var vectors = request.texts().stream().map(text -> WordVectors.of(text, dimensions)).toList();
      long tokens = request.texts().stream().mapToLong(FakeModel::tokens).sum();
      return answer(new Answer.Vectors(vectors), tokens, 0);
    }

    @Override
    public Completion likelihood(ModelRequest.Likelihood request, CallContext call)
        throws InterruptedException {
      call.attempt();
      pause();
      if (Draw.of("fail", spec.id(), call.prompt().key()) < failRate) {
        return failure();
      }
      var likelihoods = FakeLikelihoods.of(request, call.sample(), knows(call), spec.id());
      long tokens = request.continuations().stream().mapToLong(FakeModel::tokens).sum();
      return answer(likelihoods, tokens(request.context()) + tokens, 0);
    }

    @Override
    public Completion transcribe(ModelRequest.Transcribe request, CallContext call)
        throws InterruptedException {
      call.attempt();
      pause();
      if (Draw.of("fail", spec.id(), call.prompt().key()) < failRate) {
        return failure();
      }
      String said = behaviour == Behaviour.ORACLE ? text(call.sample().target()) : "";
      var heard = FakeSpeech.of(request, said, accuracy, spec.id(), call.prompt().key());
      return answer(heard, 0, tokens(heard.text()));
    }

    @Override
    public Completion generateImages(ModelRequest.GenerateImages request, CallContext call)
        throws InterruptedException {
      var size = Objects.requireNonNullElse(request.size(), new ImageSize(64, 64));
      Long seed = request.settings().seed();
      long start = Draw.mix(request.prompt(), Draw.mix(spec.id(), seed == null ? 0 : seed));
      return pictures(
          call,
          request.count(),
          i ->
              FakePictures.drawn(
                  size.width(),
                  size.height(),
                  start + 31L * call.prompt().key().epoch() + i,
                  call.blobs()));
    }

    @Override
    public Completion editImage(ModelRequest.EditImage request, CallContext call)
        throws InterruptedException {
      var expected =
          behaviour == Behaviour.ORACLE
              ? Medium.of(call.sample().target()).map(Medium::blob)
              : Optional.<Blob>empty();
      long seed = Draw.mix(call.prompt().key().text(), Draw.mix(spec.id(), 1));
      return pictures(
          call,
          1,
          _ ->
              expected.isEmpty()
                  ? request.image()
                  : FakePictures.noisy(expected.get(), 1 - accuracy, seed, call.blobs()));
    }

    /// Makes an image.
    private interface Picturing {
      Blob picture(int number) throws IOException;
    }

    private Completion pictures(CallContext call, int count, Picturing make)
        throws InterruptedException {
      call.attempt();
      pause();
      if (Draw.of("fail", spec.id(), call.prompt().key()) < failRate) {
        return failure();
      }
      var pictures = new ArrayList<Blob>();
      try {
        for (int i = 0; i < count; i++) {
          pictures.add(make.picture(i));
        }
      } catch (IOException e) {
        return new Completion.Unavailable(1, "fake model " + spec.id() + ": " + e.getMessage());
      }
      return answer(new Answer.Images(pictures), 0, 0);
    }

    private boolean knows(CallContext call) {
      return behaviour == Behaviour.ORACLE
          && Draw.of("answer", spec.id(), call.prompt().key()) < accuracy;
    }

    private void pause() throws InterruptedException {
      if (delayMs > 0) {
        Thread.sleep(delayMs);
      }
    }

    private Completion failure() {
      return new Completion.Unavailable(
          1, "fake model " + spec.id() + " fails this sample, as its failRate says");
    }

    private Completion answer(Answer answer, long inputTokens, long outputTokens) {
      var usage = Prices.usage(spec.price(), inputTokens, outputTokens);
      return new Completion.Answered(answer, "stop", usage, "fake/" + spec.name());
    }

    private static long tokens(List<ChatMessage> messages) {
      return messages.stream().mapToLong(message -> tokens(message.content())).sum();
    }

    private static long tokens(String text) {
      return (text.length() + 3L) / 4;
    }

    private static String text(@Nullable JsonNode target) {
      if (target == null || target.isNull()) {
        return "";
      }
      if (target.isArray() && !target.isEmpty()) {
        return text(target.get(0));
      }
      return target.isValueNode() ? target.asText() : target.toString();
    }

    /// A number becomes the next one; anything else loses its words.
    private static String wrong(String target) {
      try {
        return new BigDecimal(target.strip()).add(BigDecimal.ONE).toPlainString();
      } catch (NumberFormatException _) {
        return "no idea";
      }
    }
  }
}
