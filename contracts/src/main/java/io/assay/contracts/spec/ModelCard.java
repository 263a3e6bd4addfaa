package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a model: the facts by which people choose what to compare. Holds no secret.
///
/// @param id the model's id, by custom `provider/model`
/// @param title what people call it
/// @param family the family it belongs to: LLaMA, BLOOM, Whisper, …
/// @param taskTypes what it can be asked: `text-generation`, `speech-recognition`, …
/// @param openness whether its weights are published
/// @param offering whether one gets the bare model or a service
/// @param stage whether it is a foundation model or derived from one
/// @param derivedFrom the model that it was derived from, where `stage` is fine-tuned
/// @param parameters number of parameters, if published
/// @param trainingData what it was trained on, in a sentence
/// @param licence licence or terms, by SPDX id where there is one
/// @param developer who made it
/// @param released year and month, `2022-09`
/// @param source where these facts are published
/// @param notes what a person comparing models should know
/// @param serving how it is called; absent if a user must say where it runs
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ModelCard(
    String id,
    String title,
    String family,
    List<String> taskTypes,
    Openness openness,
    Offering offering,
    Stage stage,
    @Nullable String derivedFrom,
    @Nullable Long parameters,
    @Nullable String trainingData,
    @Nullable String licence,
    @Nullable String developer,
    @Nullable String released,
    @Nullable String source,
    @Nullable String notes,
    @Nullable ModelSpec serving) {

  /// Whether a model's weights are published.
  public enum Openness {
    @JsonProperty("open-source")
    OPEN_SOURCE,
    @JsonProperty("proprietary")
    PROPRIETARY
  }

  /// What its developer hands out.
  public enum Offering {
    @JsonProperty("model")
    MODEL,
    @JsonProperty("service")
    SERVICE
  }

  /// Where it stands in its making.
  public enum Stage {
    @JsonProperty("foundation")
    FOUNDATION,
    @JsonProperty("fine-tuned")
    FINE_TUNED
  }

  public ModelCard {
    Require.text(id, "model id");
    Require.text(title, "title of model " + id);
    Require.text(family, "family of model " + id);
    taskTypes = List.copyOf(Require.some(taskTypes, "taskTypes of model " + id));
    Require.present(openness, "openness of model " + id);
    Require.present(offering, "offering of model " + id);
    Require.present(stage, "stage of model " + id);
    if (serving != null && !serving.id().equals(id)) {
      throw new IllegalArgumentException(
          "serving.id of model " + id + " is " + serving.id() + ", expected the card's own id");
    }
  }
}
