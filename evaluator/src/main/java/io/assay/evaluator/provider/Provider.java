package io.assay.evaluator.provider;

import io.assay.contracts.spec.ModelSpec;

/// A way to reach models: a protocol, a library, a file. One file in
/// `io.assay.evaluator.providers`, one line in its `Providers`, one test that extends
/// `ProviderContract`.
public interface Provider extends AutoCloseable {

  /// What model documents call it: `openai`, `in-process`, …
  String name();

  /// Makes a model ready to be called. Reads the spec and checks it, but does nothing slow: a model
  /// that takes time to load does so at its first call.
  ///
  /// @return used by many threads at once, until [Model#close()]
  /// @throws UnusableModelException where the spec is wrong or this worker cannot serve it
  Model open(ModelSpec spec) throws UnusableModelException;

  /// Ends what all its models share; called once, after them.
  @Override
  default void close() {}
}
