package io.assay.producer.catalog;

import io.assay.contracts.spec.ModelCard;
import java.util.Collection;
import java.util.Optional;

/// Model cards by id.
public interface Cards {

  /// A model's card.
  Optional<ModelCard> find(String id);

  /// All models' ids in order.
  Collection<String> ids();
}
