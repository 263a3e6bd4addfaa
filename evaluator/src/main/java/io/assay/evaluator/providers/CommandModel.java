package io.assay.evaluator.providers;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.ImageEditor;
import io.assay.evaluator.provider.ImageGenerator;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.Transcriber;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// A program as a model: it can what it answers. A failed run is not repeated: a program that fails
/// fails again.
final class CommandModel
    implements TextGenerator, Embedder, LikelihoodScorer, Transcriber, ImageGenerator, ImageEditor {

  private final ModelSpec spec;
  private final Runner runner;
  private final Semaphore places;

  /// Runs a program for one sample.
  interface Runner extends AutoCloseable {

    /// Runs it.
    ///
    /// @param limit when it is ended by force
    /// @throws ProgramException where it fails, or what it writes is no answer
    Completion run(ModelSpec spec, ModelRequest request, CallContext call, Duration limit)
        throws IOException, ProgramException, InterruptedException;

    @Override
    default void close() {}
  }

  /// A program failed; the message says how.
  static final class ProgramException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean late;

    ProgramException(String message) {
      this(message, false);
    }

    ProgramException(String message, boolean late) {
      super(message);
      this.late = late;
    }
  }

  CommandModel(ModelSpec spec, Runner runner, int processes) {
    this.spec = spec;
    this.runner = runner;
    this.places = new Semaphore(processes, true);
  }

  private Completion ask(ModelRequest request, CallContext call) throws InterruptedException {
    long from = System.nanoTime();
    places.acquire();
    call.addWait(Duration.ofNanos(System.nanoTime() - from));
    try {
      if (call.cancelled()) {
        return new Completion.Skipped("the job was cancelled");
      }
      call.attempt();
      return runner.run(spec, request, call, call.remaining());
    } catch (ProgramException e) {
      return e.late
          ? new Completion.TimedOut(1, words(e))
          : new Completion.Unavailable(1, words(e));
    } catch (IOException e) {
      return new Completion.Unavailable(1, words(e));
    } finally {
      places.release();
    }
  }

  private String words(Exception e) {
    return "model %s: %s".formatted(spec.id(), e.getMessage());
  }

  @Override
  public Completion generate(ModelRequest.GenerateText request, CallContext call)
      throws InterruptedException {
    return ask(request, call);
  }

  @Override
  public Completion embed(ModelRequest.Embed request, CallContext call)
      throws InterruptedException {
    return ask(request, call);
  }

  @Override
  public Completion likelihood(ModelRequest.Likelihood request, CallContext call)
      throws InterruptedException {
    return ask(request, call);
  }

  @Override
  public Completion transcribe(ModelRequest.Transcribe request, CallContext call)
      throws InterruptedException {
    return ask(request, call);
  }

  @Override
  public Completion generateImages(ModelRequest.GenerateImages request, CallContext call)
      throws InterruptedException {
    return ask(request, call);
  }

  @Override
  public Completion editImage(ModelRequest.EditImage request, CallContext call)
      throws InterruptedException {
    return ask(request, call);
  }

  @Override
  public void close() {
    runner.close();
  }
}
