package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.support.LocalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads small datasets whole.
final class ReadItems {

  private ReadItems() {}

  static DatasetSpec spec(String source, String path) {
    return spec(source, path, null, Map.of(), null, null, null);
  }

  static DatasetSpec spec(
      @Nullable String source,
      String path,
      @Nullable String key,
      Map<String, com.fasterxml.jackson.databind.JsonNode> where,
      @Nullable Long limit,
      @Nullable Long seed,
      DatasetSpec.@Nullable OnBadRow onBadRow) {
    return new DatasetSpec(
        source, path, key, List.of(), null, null, null, null, null, null, null, null, null, where,
        limit, seed, onBadRow);
  }

  static List<Item> all(TaskSpec task, Path folder) {
    var dataset =
        Dataset.of(task, Dataset.Kind.TEXT, _ -> Optional.empty(), new LocalFiles(folder));
    return drained(dataset.open());
  }

  static List<Item> drained(Items open) {
    var items = new ArrayList<Item>();
    try (open) {
      for (var item = open.next(); item != null; item = open.next()) {
        items.add(item);
      }
    }
    return items;
  }

  static List<Sample> samples(TaskSpec task, Path folder) {
    return all(task, folder).stream()
        .map(item -> {
          assertThat(item).isInstanceOf(Item.Good.class);
          return ((Item.Good) item).sample();
        })
        .toList();
  }
}
