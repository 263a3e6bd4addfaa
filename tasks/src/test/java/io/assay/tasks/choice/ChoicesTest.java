package io.assay.tasks.choice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoicesTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void aTargetIsALetterANumberOrAText() {
    assertRight(JSON.textNode("B"), Set.of(1), "red", "green");
    assertRight(JSON.numberNode(1), Set.of(1), "red", "green");
    assertRight(JSON.textNode("1"), Set.of(1), "red", "green");
    assertRight(JSON.textNode("green"), Set.of(1), "red", "green");
    assertRight(JSON.arrayNode().add("A").add(2), Set.of(0, 2), "red", "green", "blue");
  }

  @Test
  void aTextThatIsAChoiceIsNotTakenForANumber() {
    assertRight(JSON.textNode("1"), Set.of(0), "1", "2");
    assertRight(JSON.textNode("B"), Set.of(1), "A", "B");
  }

  @Test
  void aLetterThatIsTheTextOfAnotherChoiceIsNotGuessedAt() {
    assertUnfit(
        ChoiceCases.sample(JSON.textNode("B"), "B", "C"),
        "target \"B\" can mean choice A or B: give the number, from 0");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertUnfit(
        ChoiceCases.sample(JSON.textNode("E"), "red", "green"),
        "target \"E\" is neither the letter nor the number nor the text of a choice");
    assertUnfit(ChoiceCases.sample(JSON.numberNode(2), "red", "green"), "target 2 is neither");
    assertUnfit(ChoiceCases.sample(null, "red", "green"), "target is missing");
    assertUnfit(ChoiceCases.sample(JSON.arrayNode(), "red", "green"), "target is []");
    assertUnfit(ChoiceCases.sample(JSON.textNode("A"), "red"), "no list of 2 to 26 texts");
    assertUnfit(
        new Sample("s", JSON.textNode("q"), JSON.textNode("A"), null, Map.of()),
        "metadata.choices is no list");
  }

  @Test
  void choicesAreListedWithTheirLetters() {
    assertThat(Choices.listed(List.of("red", "green"))).isEqualTo("A) red\nB) green");
  }

  private static void assertRight(
      @Nullable JsonNode target, Set<Integer> right, String... choices) {
    assertThat(Choices.of(ChoiceCases.sample(target, choices)))
        .isEqualTo(new Choices.Read.Found(new Choices(List.of(choices), right)));
  }

  private static void assertUnfit(Sample sample, String reason) {
    assertThat(Choices.of(sample))
        .isInstanceOfSatisfying(
            Choices.Read.Unfit.class, it -> assertThat(it.reason()).contains(reason));
  }
}
