package io.assay.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.wire.StrictJson.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", " [1, 2.5e3] \n", "null", "\"a\\u0041\"", "-0", "{\"a\":1,\"a\":2}"})
  void jsonIsRead(String text) {
    assertThat(StrictJson.standard(text)).isInstanceOf(Read.Valid.class);
    assertThat(StrictJson.python(text)).isInstanceOf(Read.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{} {}",
        "{\"a\":1} thanks",
        "{'a':1}",
        "[1,]",
        "01",
        "1.",
        "+1",
        "\"a\nb\"",
        "// c\n1",
        "{a:1}",
        "\ufeff1",
        "[",
        "tru",
        "\"\\x\""
      })
  void whatIsNoJsonHasAReason(String text) {
    assertThat(StrictJson.standard(text)).isInstanceOf(Read.Invalid.class);
    assertThat(StrictJson.python(text)).isInstanceOf(Read.Invalid.class);
  }

  @Test
  void aReasonNamesThePlace() {
    assertThat(StrictJson.standard("{\"a\": }"))
        .isInstanceOfSatisfying(
            Read.Invalid.class, it -> assertThat(it.reason()).contains("line 1, column"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "[Infinity]", "{\"a\": -Infinity}"})
  void onlyPythonKnowsNumbersThatAreNone(String text) {
    assertThat(StrictJson.standard(text)).isInstanceOf(Read.Invalid.class);
    assertThat(StrictJson.python(text)).isInstanceOf(Read.Valid.class);
  }

  @Test
  void depthIsBounded() {
    assertThat(StrictJson.python("[".repeat(1_000_000))).isInstanceOf(Read.Invalid.class);
  }
}
