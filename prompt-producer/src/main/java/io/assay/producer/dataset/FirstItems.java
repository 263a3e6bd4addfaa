package io.assay.producer.dataset;

import org.jspecify.annotations.Nullable;

/// No more than the first so many items.
final class FirstItems implements Items {

  private final Items items;
  private long left;

  FirstItems(Items items, long limit) {
    this.items = items;
    this.left = limit;
  }

  @Override
  public @Nullable Item next() {
    return left-- > 0 ? items.next() : null;
  }

  @Override
  public void close() {
    items.close();
  }
}
