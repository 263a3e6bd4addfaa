package io.assay.producer.dataset;

import org.jspecify.annotations.Nullable;

/// Only the samples; bad rows are left out.
final class GoodItems implements Items {

  private final Items items;

  GoodItems(Items items) {
    this.items = items;
  }

  @Override
  public @Nullable Item next() {
    var item = items.next();
    while (item instanceof Item.Bad) {
      item = items.next();
    }
    return item;
  }

  @Override
  public void close() {
    items.close();
  }
}
