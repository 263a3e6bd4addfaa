package io.assay.evaluator.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {

  private final List<String> closed = new ArrayList<>();

  private final class Recorder implements Provider {
    @Override
    public String name() {
      return "recorder";
    }

    @Override
    public Model open(ModelSpec spec) {
      return new Model() {
        @Override
        public void close() {
          closed.add(spec.id());
        }
      };
    }
  }

  private final Models models = new Models(List.of(new Recorder()), 2);

  private Model open(String name) throws UnusableModelException {
    return models.of(TestPrompts.model("recorder", name, "{}"));
  }

  @Test
  void aModelIsOpenedOnce() throws UnusableModelException {
    assertThat(open("a")).isSameAs(open("a"));
  }

  @Test
  void theOneNotUsedForLongestIsClosed() throws UnusableModelException {
    open("a");
    open("b");
    open("a");
    open("c");

    assertThat(closed).containsExactly("recorder/b");
    assertThat(models.openIds()).containsExactly("recorder/a", "recorder/c");
  }

  @Test
  void anUnknownProviderIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> models.of(TestPrompts.model("opnai", "gpt", "{}")))
        .hasMessage(
            "model opnai/gpt names the provider opnai, which does not exist; there are: recorder");
  }
}
