package io.assay.producer.dataset;

import org.jspecify.annotations.Nullable;

/// No more than the first so many items.
final class FirstItems implements Items {

  private final Items items;
  private final boolean onlySamplesCount;
  private long left;

  /// @param onlySamplesCount whether bad rows come on top
  FirstItems(Items items, long limit, boolean onlySamplesCount) {
    this.items = items;
    this.left = limit;
    this.onlySamplesCount = onlySamplesCount;
  }

  @Override
  public @Nullable Item next() {
    if (left <= 0) {
      return null;
    }
    var item = items.next();
    if (!onlySamplesCount || item instanceof Item.Good) {
      left--;
    }
    return item;
  }

  @Override
  public void close() {
    items.close();
  }
}
