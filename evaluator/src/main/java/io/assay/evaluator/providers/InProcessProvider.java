package io.assay.evaluator.providers;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.UnusableModelException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `in-process`: embedding models that run inside the evaluator on its CPU, by ONNX Runtime with
/// LangChain4j's weights and tokenizers. No network, no account.
///
/// Names: those of [InProcessModel]. Options: `queryPrefix` and `passagePrefix`, put before texts
/// of that kind; none by default.
///
/// All of them together compute on as many threads as there are cores, each one text at a time: on
/// virtual threads native code would hold up everything else.
public final class InProcessProvider implements Provider {

  private final Inference inference = new Inference(Runtime.getRuntime().availableProcessors());
  private final ConcurrentMap<InProcessModel, Loaded> loaded = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "in-process";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    var weights = InProcessModel.named(spec.name());
    if (weights.isEmpty()) {
      throw UnusableModelException.wrongSpec(
          "model %s is no in-process model: %s; there are: %s"
              .formatted(spec.id(), spec.name(), String.join(", ", InProcessModel.names())));
    }
    String queryPrefix = options.text("queryPrefix").orElse("");
    String passagePrefix = options.text("passagePrefix").orElse("");
    options.refuseOthers();
    return new InProcessEmbedder(
        spec,
        loaded.computeIfAbsent(weights.get(), Loaded::new),
        inference,
        queryPrefix,
        passagePrefix);
  }

  @Override
  public void close() {
    inference.close();
  }

  /// Loads at first use, once; a second caller waits.
  private static final class Loaded implements Supplier<EmbeddingModel> {
    private final InProcessModel weights;
    private @Nullable EmbeddingModel model;

    Loaded(InProcessModel weights) {
      this.weights = weights;
    }

    @Override
    public synchronized EmbeddingModel get() {
      var ready = model == null ? weights.load() : model;
      model = ready;
      return ready;
    }
  }
}
