package io.assay.producer.catalog;

import io.assay.contracts.spec.ModelCard;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The cards that come with Assay, for tests of other packages.
public final class ShippedCards {

  private ShippedCards() {}

  /// All of them by id.
  public static Map<String, ModelCard> byId() {
    return CardFiles.shipped().stream()
        .collect(Collectors.toMap(ModelCard::id, Function.identity()));
  }
}
