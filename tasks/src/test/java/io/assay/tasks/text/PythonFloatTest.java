package io.assay.tasks.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFloatTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "5,5.0",
        " 1_000.5 ,1000.5",
        ".5,0.5",
        "5.,5.0",
        "-0,-0.0",
        "1e3,1000.0",
        "1e16,1e+16",
        "123456789012345678,1.2345678901234568e+17",
        "9999999999999998,9999999999999998.0",
        "0.0001,0.0001",
        "0.00001,1e-05",
        "12.5e-7,1.25e-06",
        "5e-324,5e-324",
        "1e400,inf",
        "-Infinity,-inf",
        "+NaN,nan",
        "١٢,12.0",
        "１\u3000,1.0",
      })
  void numbersAreReadAndWrittenAsInPython(String text, String written) {
    assertThat(PythonFloat.text(PythonFloat.parse(text).orElseThrow())).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ".", "+", "1__0", "_1", "1_", "1e", "1e+", "e5", "0x1", "1f", "½", "1 2", "in",
        "--1", "nano", "1\u001c", "٫5"
      })
  void whatPythonRefusesIsNoNumber(String text) {
    assertThat(PythonFloat.parse(text)).isEmpty();
  }

  @Test
  void longTextsAreNoTrouble() {
    assertThat(PythonFloat.parse("9".repeat(1_000_000))).hasValue(Double.POSITIVE_INFINITY);
    assertThat(PythonFloat.parse("1_".repeat(1_000_000))).isEmpty();
  }
}
