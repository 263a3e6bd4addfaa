package io.assay.evaluator.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Completion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelOptionsTest {

  private static ModelOptions options(String json) {
    return ModelOptions.of(TestPrompts.model("fake", "m", json));
  }

  @Test
  void absentOptionsHaveTheirDefaults() throws UnusableModelException {
    var options = options("{}");

    assertThat(options.text("a")).isEmpty();
    assertThat(options.integer("b", 0, 7)).isEqualTo(7);
    assertThat(options.share("c", 0.5)).isEqualTo(0.5);
    assertThat(options.seconds("d")).isEmpty();
    options.refuseOthers();
  }

  @Test
  void presentOptionsAreRead() throws UnusableModelException {
    var options = options("{\"b\": 3, \"d\": 1.5}");

    assertThat(options.integer("b", 0, 7)).isEqualTo(3);
    assertThat(options.seconds("d")).contains(Duration.ofMillis(1500));
  }

  @Test
  void aWrongTypeNamesOptionModelValueAndWhatIsExpected() {
    assertThatThrownBy(() -> options("{\"b\": \"x\"}").integer("b", 0, 7))
        .hasMessage("option b of model fake/m is \"x\", expected a whole number of 0 or more");
  }

  @Test
  void anUnknownOptionIsRefusedWithTheKnownOnes() throws UnusableModelException {
    var options = options("{\"acuracy\": 1}");
    options.share("accuracy", 1);

    assertThatThrownBy(options::refuseOthers)
        .hasMessageContaining("acuracy")
        .hasMessageContaining("it knows: accuracy")
        .isInstanceOfSatisfying(
            UnusableModelException.class,
            e -> assertThat(e.completion()).isInstanceOf(Completion.Refused.class));
  }
}
