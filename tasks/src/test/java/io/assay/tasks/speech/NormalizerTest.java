package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

  private static final WhisperEnglish ENGLISH = new WhisperEnglish(SpellingTable.standard());

  @Test
  void theTableOfSpellingsHoldsWhatWhispersHolds() throws IOException {
    Optional<Path> original = Golden.data("whisper_english_spelling.json");
    assumeTrue(original.isPresent(), "the shared data is absent");
    JsonNode pairs = ContractJson.mapper().readTree(original.get().toFile());
    var expected = new TreeMap<String, String>();
    pairs.properties().forEach(each -> expected.put(each.getKey(), each.getValue().asText()));

    assertThat(new TreeMap<>(SpellingTable.standard().american())).isEqualTo(expected);
    assertThat(SpellingFile.read(original.get())).isEqualTo(SpellingTable.standard());
  }

  @Test
  void theTableOfSpellingsIsWhole() {
    assertThat(SpellingTable.standard().american())
        .hasSize(1739)
        .containsEntry("colour", "color")
        .containsEntry("haemorrhoids", "hemorrhoids")
        .doesNotContainKey("ninth");
  }

  @ParameterizedTest
  @CsvSource({
    "twenty one dollars and seven cents, $21.07",
    "zero point five pounds, ¢5",
    "one oh one, 101",
    "double seven o, 770",
    "two and a half million, 2500000",
    "half, half",
    "minus ten percent, -10%",
    "the ninth and nineth, the ninth and 9th",
    "1 2s 21 st, one 2s 21st",
    "three point, 3 point",
    "1.5 thousandth, 1500th",
    "٣ hundred, 300",
  })
  void numbersAreWrittenInDigits(String text, String digits) {
    assertThat(EnglishNumbers.inDigits(text)).isEqualTo(digits);
  }

  @Test
  void numeralsThatPythonRefusesStayAsTheyAre() {
    String numeral = "7".repeat(5000);

    assertThat(EnglishNumbers.inDigits("two " + numeral + " hundred"))
        .isEqualTo("2 " + numeral + " 100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "(",
        "()",
        " ",
        "'",
        "1,",
        "$",
        ".",
        "%%",
        "one ",
        "half ",
        "9",
        "Σ",
        "and a half ",
        "hundred ",
        "point ",
        "double one ",
        "a\u0301",
        "\ud83d\ude00",
        "\u202b\u05d0 ",
        "m's "
      })
  void longTextsTakeNoTimeInSquares(String piece) {
    String text = piece.repeat(500_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThat(ENGLISH.normalize(text)).isNotNull();
          assertThat(new WhisperBasic(true, true).normalize(text)).isNotNull();
        });
  }

  @Test
  void halvesOfCharactersAndNothingAtAllAreTexts() {
    assertThat(ENGLISH.normalize("\udc00 Mr. \ud83d")).isEqualTo("\udc00 mister \ud83d");
    assertThat(ENGLISH.normalize("")).isEmpty();
    assertThat(new WhisperBasic(false, true).normalize("")).isEmpty();
  }
}
