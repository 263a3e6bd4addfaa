package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.tasks.text.PythonText;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizersTest {

  @ParameterizedTest
  @EnumSource
  void hostileTextsKeepTheirCharacters(BleuTokenizer tokenizer) {
    String text = "\ud800x \udc00\u202e שלום.\u0000 a,1 ٣.5-";

    assertThat(withoutSpaces(tokenizer.tokenize(text))).isEqualTo(withoutSpaces(text));
  }

  private static String withoutSpaces(String text) {
    return String.join("", PythonText.split(text));
  }

  @ParameterizedTest
  @EnumSource
  void tenMegabytesTakeSeconds(BleuTokenizer tokenizer) {
    String text = "1,2.-&amp; 世".repeat(1_000_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> assertThat(tokenizer.tokenize(text)).isNotEmpty());
  }

  @Test
  void theNamesAreSacrebleus() {
    assertThat(BleuTokenizer.labels()).containsExactly("13a", "intl", "char", "zh", "none");
    assertThatThrownBy(() -> BleuTokenizer.of("flores200"))
        .hasMessageContaining("unknown tokenizer flores200");
  }

  @Test
  void chrfSplitsOnePunctuationCharacterOffAWord() {
    assertThat(ChrfWords.of("(hi) \"x ... - \ud835\udcb3!"))
        .containsExactly("(hi", ")", "\"", "x", "..", ".", "-", "\ud835\udcb3", "!");
  }
}
