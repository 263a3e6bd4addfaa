package io.assay.producer.catalog;

import io.assay.contracts.spec.ModelCard;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which cards are wanted. Absent conditions do not bind.
///
/// @param taskType a task type that it can do
/// @param openness `open-source` or `proprietary`
/// @param offering `model` or `service`
/// @param stage `foundation` or `fine-tuned`
/// @param family its family, in any case
/// @param q text in its id, title, developer or notes
/// @param runnable whether it says how it is called
public record CardFilter(
    @Nullable String taskType,
    @Nullable String openness,
    @Nullable String offering,
    @Nullable String stage,
    @Nullable String family,
    @Nullable String q,
    @Nullable Boolean runnable) {

  /// Refuses words that no card could have.
  ///
  /// @throws IllegalArgumentException naming the words that are understood
  public CardFilter {
    oneOf("openness", openness, ModelCard.Openness.values());
    oneOf("offering", offering, ModelCard.Offering.values());
    oneOf("stage", stage, ModelCard.Stage.values());
  }

  private static void oneOf(String name, @Nullable String word, Enum<?>[] known) {
    if (word != null && Stream.of(known).noneMatch(each -> word(each).equals(word))) {
      throw new IllegalArgumentException(
          name
              + " is "
              + word
              + ", expected "
              + String.join(" or ", Stream.of(known).map(CardFilter::word).toList()));
    }
  }

  /// As cards write it.
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a card meets all conditions.
  public boolean accepts(ModelCard card) {
    return (taskType == null || card.taskTypes().contains(taskType))
        && (openness == null || word(card.openness()).equals(openness))
        && (offering == null || word(card.offering()).equals(offering))
        && (stage == null || word(card.stage()).equals(stage))
        && (family == null || card.family().equalsIgnoreCase(family))
        && (runnable == null || runnable == (card.serving() != null))
        && (q == null || text(card).contains(q.toLowerCase(Locale.ROOT)));
  }

  private static String text(ModelCard card) {
    return (card.id() + "\n" + card.title() + "\n" + card.developer() + "\n" + card.notes())
        .toLowerCase(Locale.ROOT);
  }
}
