package io.assay.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodTest {

  @Test
  void answersAndRequestsTravelAsJson() throws IOException {
    Answer answer =
        new Answer.Likelihoods(
            List.of(
                new Answer.Continuation(-1.25, 2, true), new Answer.Continuation(-7.5, 3, false)));
    ModelRequest request = new ModelRequest.Likelihood("2+2=", List.of(" 4", " 5"));
    var json = ContractJson.mapper();

    assertThat(json.writeValueAsString(answer))
        .startsWith("{\"type\":\"likelihoods\",\"continuations\":[{\"logprob\":-1.25,");
    assertThat(json.readValue(json.writeValueAsBytes(answer), Answer.class)).isEqualTo(answer);
    assertThat(json.writeValueAsString(request)).startsWith("{\"type\":\"likelihood\",");
    assertThat(json.readValue(json.writeValueAsBytes(request), ModelRequest.class))
        .isEqualTo(request);
  }

  @Test
  void whatJsonCannotCarryIsRefused() {
    assertThatThrownBy(() -> new Answer.Continuation(Double.NEGATIVE_INFINITY, 1, false))
        .hasMessage("logprob of a continuation is -Infinity, expected a finite number");
    assertThatThrownBy(() -> new Answer.Continuation(0, -1, false))
        .hasMessageContaining("tokens of a continuation is -1");
    assertThatThrownBy(() -> new Answer.Likelihoods(List.of()))
        .hasMessageContaining("continuations is empty");
    assertThatThrownBy(() -> new ModelRequest.Likelihood("", List.of()))
        .hasMessageContaining("continuations is empty");
  }
}
