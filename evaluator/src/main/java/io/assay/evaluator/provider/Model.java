package io.assay.evaluator.provider;

/// A model that a worker has opened. What it can be asked is which capabilities it implements:
/// [TextGenerator], [Embedder], [LikelihoodScorer], [Transcriber], [ImageGenerator], [ImageEditor].
/// Safe for use by many threads.
///
/// Capabilities block their caller, which is a virtual thread of its own. They return how the call
/// ended, also where it failed; they throw `InterruptedException` where the job was cancelled or
/// the worker stops, and other exceptions for bugs alone.
public interface Model extends AutoCloseable {

  /// Lets go of what only this model holds.
  @Override
  default void close() {}
}
