package io.assay.scorer.aggregate;

/// That records have arrived at the broker.
enum Receipt {
  GIVEN
}
