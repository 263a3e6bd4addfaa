package io.assay.contracts.event;

import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.spec.Require;

/// A model's card, on `assay.models`. A deleted model is a tombstone.
///
/// @param card the model's card
public record CatalogEntry(ModelCard card) implements Event {

  public CatalogEntry {
    Require.present(card, "card");
  }

  @Override
  public String recordKey() {
    return card.id();
  }
}
