package io.assay.tasks.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PorterStemmerTest {

  @Test
  void oneLetterOutsideTheBasicPlaneIsOneLetter() {
    assertThat(PorterStemmer.stem("\ud835\udcb3s")).isEqualTo("\ud835\udcb3s");
    assertThat(PorterStemmer.stem("a\ud835\udcb3s")).isEqualTo("a\ud835\udcb3");
  }

  @Test
  void aWordOfAMillionLettersIsStemmed() {
    assertThat(PorterStemmer.stem("y".repeat(1_000_000) + "ing")).hasSize(1_000_000);
  }
}
