package io.assay.workqueue;

/// Told what happens in a queue, on its lanes' threads: be quick. All counts are of records.
public interface QueueObserver {

  /// Handed out to this process.
  default void taken(int records) {}

  /// Confirmed as done.
  default void accepted(int records) {}

  /// Confirmed as given back.
  default void released(int records) {}

  /// Confirmed as never to be handed out again.
  default void rejected(int records) {}

  /// Locks prolonged.
  default void renewed(int records) {}

  /// Locks lost: somebody else gets the record too.
  default void lost(int records) {}

  /// Given back at the delivery limit: the broker will not hand them out again.
  default void exhausted(int records) {}

  /// A lane has begun or ended.
  default void lanes(int open) {}

  /// A lane's consumer failed and is replaced.
  default void laneFailed() {}
}
