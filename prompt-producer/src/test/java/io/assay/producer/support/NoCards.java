package io.assay.producer.support;

import io.assay.contracts.spec.ModelCard;
import io.assay.producer.catalog.Cards;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// An empty catalogue.
public final class NoCards implements Cards {

  @Override
  public Optional<ModelCard> find(String id) {
    return Optional.empty();
  }

  @Override
  public Collection<String> ids() {
    return List.of();
  }
}
