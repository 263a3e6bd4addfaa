package io.assay.producer.prompt;

import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.CanonicalHash;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.Item;
import io.assay.producer.dataset.Items;
import io.assay.producer.template.Template;
import io.assay.tasks.type.TaskType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Chooses a task's solved examples and renders them.
final class FewShots {

  private static final String BETWEEN = "\n\n";

  private FewShots() {}

  private record Ranked(long rank, Item.Good item) {}

  /// The examples as text that comes before a question; empty where there are none.
  ///
  /// @throws DatasetException where the file has too few examples
  static String text(Dataset dataset, TaskSpec task, TaskType type, @Nullable Template question) {
    var fewshot = task.prompt().fewshot();
    if (fewshot == null) {
      return "";
    }
    String own = fewshot.template();
    var template = own == null ? null : Template.of(own);
    var text = new StringBuilder();
    for (var item : chosen(dataset, fewshot)) {
      text.append(
              template == null
                  ? solved(item, task, type, question)
                  : template.render(item.row(), item.sample()))
          .append(Objects.requireNonNullElse(fewshot.delimiter(), BETWEEN));
    }
    return text.toString();
  }

  private static String solved(
      Item.Good item, TaskSpec task, TaskType type, @Nullable Template question) {
    String asked =
        question == null
            ? PromptMaker.inputText(item.sample())
            : question.render(item.row(), item.sample());
    return type.solved(item.sample(), asked, task);
  }

  private static List<Item.Good> chosen(Dataset dataset, PromptSpec.FewShot fewshot) {
    try (var items = items(dataset, fewshot)) {
      Long seed = fewshot.seed();
      var chosen =
          seed == null ? first(items, fewshot.count()) : lowest(items, fewshot.count(), seed);
      if (chosen.size() < fewshot.count()) {
        throw new DatasetException(
            fewshot.place()
                + " has "
                + chosen.size()
                + " examples, but prompt.fewshot.count is "
                + fewshot.count());
      }
      return chosen;
    }
  }

  private static Items items(Dataset dataset, PromptSpec.FewShot fewshot) {
    String path = fewshot.path();
    return path == null
        ? dataset.otherSplit(Objects.requireNonNull(fewshot.split()))
        : dataset.other(path);
  }

  private static List<Item.Good> first(Items items, int count) {
    var chosen = new ArrayList<Item.Good>();
    for (Item item = null; chosen.size() < count && (item = items.next()) != null; ) {
      chosen.add(good(item));
    }
    return chosen;
  }

  private static List<Item.Good> lowest(Items items, int count, long seed) {
    var lowest = new PriorityQueue<Ranked>(Comparator.comparingLong(Ranked::rank).reversed());
    for (var item = items.next(); item != null; item = items.next()) {
      var good = good(item);
      lowest.add(new Ranked(CanonicalHash.bits(seed + "/" + good.row()), good));
      if (lowest.size() > count) {
        lowest.remove();
      }
    }
    return lowest.stream()
        .sorted(Comparator.comparingLong(Ranked::rank))
        .map(Ranked::item)
        .toList();
  }

  private static Item.Good good(Item item) {
    return switch (item) {
      case Item.Good good -> good;
      case Item.Bad bad -> throw new DatasetException("few-shot example " + bad.text());
    };
  }
}
