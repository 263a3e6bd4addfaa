package io.assay.evaluator.provider;

import io.assay.contracts.spec.ModelSpec;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The models that this worker has open, each once however many prompts name it. The one that was
/// not used for longest is closed when there are too many.
public final class Models implements AutoCloseable {

  private final Map<String, Provider> providers = new TreeMap<>();
  private final int most;
  private final Map<ModelSpec, Model> open = new LinkedHashMap<>(16, 0.75f, true);

  /// @param most models that are kept open, 1 or more
  public Models(List<Provider> providers, int most) {
    for (var provider : providers) {
      if (this.providers.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two providers are called " + provider.name());
      }
    }
    this.most = most;
  }

  /// The model that a spec describes.
  ///
  /// @throws UnusableModelException where the spec is wrong or this worker cannot serve it
  public synchronized Model of(ModelSpec spec) throws UnusableModelException {
    var model = open.get(spec);
    if (model == null) {
      model = provider(spec).open(spec);
      open.put(spec, model);
      closeOldest();
    }
    return model;
  }

  /// Ids of the open models, the one used last at the end.
  public synchronized List<String> openIds() {
    return open.keySet().stream().map(ModelSpec::id).toList();
  }

  /// Names of the providers, sorted.
  public List<String> providerNames() {
    return List.copyOf(providers.keySet());
  }

  private Provider provider(ModelSpec spec) throws UnusableModelException {
    var provider = providers.get(spec.provider());
    if (provider == null) {
      throw UnusableModelException.wrongSpec(
          "model %s names the provider %s, which does not exist; there are: %s"
              .formatted(spec.id(), spec.provider(), String.join(", ", providers.keySet())));
    }
    return provider;
  }

  private void closeOldest() {
    Iterator<Model> oldest = open.values().iterator();
    if (open.size() > most && oldest.hasNext()) {
      var model = oldest.next();
      oldest.remove();
      model.close();
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Model::close);
    open.clear();
    providers.values().forEach(Provider::close);
  }
}
