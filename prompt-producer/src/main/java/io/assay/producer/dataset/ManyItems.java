package io.assay.producer.dataset;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The items of several files, one after the other; one is open at a time.
final class ManyItems implements Items {

  private final Iterator<Path> files;
  private final Function<Path, Items> open;
  private @Nullable Items current;

  ManyItems(List<Path> files, Function<Path, Items> open) {
    this.files = files.iterator();
    this.open = open;
  }

  @Override
  public @Nullable Item next() {
    while (true) {
      var items = current;
      if (items == null) {
        if (!files.hasNext()) {
          return null;
        }
        items = open.apply(files.next());
        current = items;
      }
      var item = items.next();
      if (item != null) {
        return item;
      }
      close();
    }
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
