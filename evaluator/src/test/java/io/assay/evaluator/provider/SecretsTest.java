package io.assay.evaluator.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Completion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("GOOD_API_KEY", " sk-1234567890 \n", "OTHER_SECRET", "s3cret-s3cret");

  private final Secrets secrets = new Secrets(ENVIRONMENT::get, List.of("*_api_key"));

  private String key(@Nullable String env) throws UnusableModelException {
    return secrets.key(TestPrompts.spec("openai", "m", "http://x/v1", env, "{}"));
  }

  @Test
  void aKeyIsResolvedByNameAndRedactedFromThenOn() throws UnusableModelException {
    assertThat(key("GOOD_API_KEY")).isEqualTo("sk-1234567890");
    assertThat(secrets.redact("wrong key sk-1234567890!")).isEqualTo("wrong key ***!");
  }

  @Test
  void noNameIsNoKey() throws UnusableModelException {
    assertThat(key(null)).isEmpty();
  }

  @Test
  void anUnsetVariableIsNamedAndIsNotTheModelsFault() {
    assertThatThrownBy(() -> key("MISSING_API_KEY"))
        .hasMessageContaining("MISSING_API_KEY, which is not set")
        .isInstanceOfSatisfying(
            UnusableModelException.class,
            e -> assertThat(e.completion()).isInstanceOf(Completion.Unavailable.class));
  }

  @Test
  void aVariableThatIsNotAllowedIsNeverRead() {
    assertThatThrownBy(() -> key("OTHER_SECRET"))
        .hasMessageContaining("allowed-key-envs")
        .hasMessageNotContaining("s3cret");
  }
}
