package io.assay.producer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.wire.ContractJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardFilesTest {

  private static final List<ModelCard> CARDS = CardFiles.shipped();

  @Test
  void idsAreUnique() {
    assertThat(CARDS).extracting(ModelCard::id).doesNotHaveDuplicates().hasSizeGreaterThan(70);
  }

  @Test
  void everyFileIsListedAndEveryListedFileIsThere() throws Exception {
    try (var files = Files.list(Path.of("src/main/resources/catalog"))) {
      assertThat(files.map(each -> each.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(CardFiles.SHIPPED);
    }
  }

  @Test
  void theSystemsThatEverybodyAsksForAreThere() {
    assertThat(CARDS)
        .extracting(ModelCard::id)
        .contains(
            "openai/whisper-large-v3",
            "openai/dall-e-2",
            "midjourney/midjourney",
            "stanford/alpaca-7b",
            "bigscience/bloom",
            "meta/llama-7b",
            "codeparrot/codeparrot");
  }

  @Test
  void everyCardSurvivesTheTopic() throws Exception {
    for (var card : CARDS) {
      var json = ContractJson.mapper().writeValueAsString(card);
      assertThat(ContractJson.mapper().readValue(json, ModelCard.class)).isEqualTo(card);
    }
  }

  @Test
  void noCardHoldsAKey() {
    assertThat(CARDS)
        .allSatisfy(card -> {
          var serving = card.serving();
          if (serving != null && serving.apiKeyEnv() != null) {
            assertThat(serving.apiKeyEnv()).matches("[A-Z_]+");
          }
        });
  }

  @Test
  void cardsAreFoundByWhatTheyAre() {
    assertThat(
            ids(new CardFilter("speech-recognition", "open-source", null, null, null, null, null)))
        .contains("openai/whisper-tiny")
        .doesNotContain("openai/dall-e-2");
    assertThat(ids(new CardFilter(null, "proprietary", "service", null, null, null, null)))
        .contains("midjourney/midjourney", "openai/gpt-4o")
        .doesNotContain("bigscience/bloom");
    assertThat(ids(new CardFilter(null, null, null, "fine-tuned", "llama", null, null)))
        .contains("meta/llama-3.3-70b-instruct")
        .doesNotContain("meta/llama-7b");
    assertThat(ids(new CardFilter("embedding", null, null, null, null, "minilm", true)))
        .containsExactlyInAnyOrder("inprocess/all-minilm-l6-v2", "inprocess/all-minilm-l6-v2-q");
  }

  @Test
  void aConditionThatNoCardCouldMeetIsRefused() {
    assertThatThrownBy(() -> new CardFilter(null, "open", null, null, null, null, null))
        .hasMessage("openness is open, expected open-source or proprietary");
  }

  @Test
  void anOperatorsFileIsReadAndAWrongOneNamed(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("x.yaml"),
        "- {id: a/b, title: x, family: y, taskTypes: [embedding], openness: open-source, offering: model,"
            + " stage: foundation, licens: MIT}");

    assertThatThrownBy(() -> CardFiles.of(folder))
        .hasMessageContaining("x.yaml")
        .hasMessageContaining("licens");
  }

  private static List<String> ids(CardFilter filter) {
    return CARDS.stream().filter(filter::accepts).map(ModelCard::id).toList();
  }
}
