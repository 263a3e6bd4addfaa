package io.assay.producer.validate;

import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.document.Vocabulary;
import io.assay.producer.catalog.Cards;
import io.assay.tasks.type.TaskType;
import io.assay.tasks.type.TaskTypes;
import java.util.List;

/// What a document may name, from the catalogue and the list of task types.
record CatalogVocabulary(Cards catalog) implements Vocabulary {

  @Override
  public FoundModel model(String id) {
    var card = catalog.find(id);
    if (card.isEmpty()) {
      return new FoundModel.NotServed(
          "unknown model " + id,
          DidYouMean.nearest(id, catalog.ids())
              .map(near -> "did you mean " + near + "?")
              .orElse(
                  "ids are in the catalogue (GET /api/models); for a model of your own write"
                      + " {id: …, provider: openai, endpoint: …}"));
    }
    var serving = card.get().serving();
    return serving == null
        ? new FoundModel.NotServed(
            "model " + id + " is in the catalogue, but where it runs is not",
            "write {id: " + id + ", provider: openai, endpoint: …, name: …}")
        : new FoundModel.Served(serving);
  }

  @Override
  public List<String> defaultMetrics(String taskType) {
    return TaskTypes.find(taskType).map(TaskType::defaultMetrics).orElse(List.of());
  }
}
