package io.assay.producer.dataset;

import io.assay.contracts.event.Sample;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Items of which those are bad rows too that a task cannot use, or whose id came before.
final class CheckedItems implements Items {

  private final Items items;
  private final Function<Sample, Optional<String>> problem;
  private final IdSet ids = new IdSet();

  /// @param problem what is wrong with a sample, in words
  CheckedItems(Items items, Function<Sample, Optional<String>> problem) {
    this.items = items;
    this.problem = problem;
  }

  @Override
  public @Nullable Item next() {
    var item = items.next();
    return item instanceof Item.Good good ? checked(good) : item;
  }

  private Item checked(Item.Good good) {
    var found = problem.apply(good.sample());
    if (found.isPresent()) {
      return new Item.Bad(found.get(), null, good.place());
    }
    String id = good.sample().id();
    return ids.add(id)
        ? good
        : new Item.Bad("sample id " + id + " came before", null, good.place());
  }

  @Override
  public void close() {
    items.close();
  }
}
