package io.assay.tasks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {

  @Test
  void thereAre29SpacesAndZeroWidthOnesAreNone() {
    assertThat(IntStream.rangeClosed(0, 0x10FFFF).filter(PythonText::isSpace)).hasSize(29);
    assertThat(PythonText.isSpace(0x200B)).isFalse();
    assertThat(PythonText.isSpace(0xFEFF)).isFalse();
  }

  @Test
  void theExpressionForSpacesIsTheSameSet() {
    var space = PythonRegex.compile("\\s");
    assertThat(
            IntStream.rangeClosed(0, 0xFFFF)
                .filter(c ->
                    space.matcher(String.valueOf((char) c)).matches() != PythonText.isSpace(c)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ΟΔΟΣ, οδος",
    "ΟΔΟΣ-Α, οδος-α",
    "ΟΔΟΣ.Α, οδοσ.α",
    "ΑΣ'Β, ασ'β",
    "Σ, σ",
    "-Σ, -σ",
    "İΣ, i\u0307ς",
    "\ud801\udc00Σ, \ud801\udc28ς",
  })
  void aSigmaIsFinalWhereUnicodeSaysSo(String text, String lower) {
    assertThat(PythonText.lower(text)).isEqualTo(lower);
  }

  @Test
  void theExpressionForWordCharactersIsTheSameSet() {
    var word = PythonRegex.compile("\\w");
    assertThat(
            IntStream.rangeClosed(0, 0x2FFFF)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .filter(c ->
                    word.matcher(Character.toString(c)).matches() != PythonText.isWordCharacter(c)))
        .isEmpty();
  }

  @Test
  void foldingKeepsPlaces() {
    assertThat(PythonText.folded("A\u017f\u212a\u0130\u0131\ud801\udc00ß"))
        .isEqualTo("askii\ud801\udc28ß");
  }

  @Test
  void splittingLeavesNoEmptyPieces() {
    assertThat(PythonText.split(" a\u00a0b\u3000\n")).isEqualTo(List.of("a", "b"));
    assertThat(PythonText.split("\t")).isEmpty();
  }

  @Test
  void anExcerptIsOneLineOfWholeCharacters() {
    assertThat(PythonText.excerpt("a\nb😀c", 4)).isEqualTo("a b😀…");
    assertThat(PythonText.excerpt("\ud800", 4)).isEqualTo("\ufffd");
    assertThat(PythonText.excerpt("abc", 3)).isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "'\\b(a|an|the)\\b', 'the cat a', ' cat '",
    "'\\bé', 'é', ''",
    "'\\d', 'x٣1', 'x'",
    "'[\\d.]', '1.x', 'x'",
    "'\\W', 'a²_!', 'a²_'",
    "'(?P<n>a)b', 'abc', 'c'",
    "'[]a]', ']ab', 'b'",
    "'[[&&a]', '[&ab', 'b'",
    "'(?s).*# ', 'x# y# z', 'z'",
    "'\\B', 'ab', 'ab'",
    "'a\\Z', 'aa', 'a'",
    "'{x}', 'a{x}b', 'ab'",
    "'a{,2}b', 'aaabc', 'ac'",
    "'[{}]', '{a}', 'a'",
  })
  void expressionsMeanWhatTheyMeanInPython(String expression, String text, String left) {
    assertThat(PythonRegex.delete(PythonRegex.compile(expression), text)).hasValue(left);
  }

  @Test
  void aBoundaryDoesNotSeeCombiningMarks() {
    assertThat(PythonRegex.delete(PythonRegex.compile("\\b(a|an|the)\\b"), "a\u0301 b"))
        .hasValue("\u0301 b");
  }

  @Test
  void workIsBounded() {
    assertThat(PythonRegex.delete(PythonRegex.compile("(x+x+)+y"), "x".repeat(5000))).isEmpty();
    assertThat(PythonRegex.delete(PythonRegex.compile("(?s).*#### "), "x".repeat(1_000_000)))
        .isPresent();
  }

  @Test
  void theNearestNameIsSuggested() {
    List<String> known = List.of("exact_match", "recall", "length");
    assertThat(Suggestions.closest("exactMatch", known)).hasValue("exact_match");
    assertThat(Suggestions.closest("recal", known)).hasValue("recall");
    assertThat(Suggestions.closest("bleu", known)).isEmpty();
  }
}
