package io.assay.scorer.aggregate;

import java.util.Map;

/// Keeps from where a restart has to read.
interface Checkpoints {

  /// Keeps these offsets by partition. Called by one thread. An old checkpoint is never wrong, only
  /// slower to start from, so failing is not an error: the next round tries again.
  void commit(Map<Integer, Long> offsets);
}
