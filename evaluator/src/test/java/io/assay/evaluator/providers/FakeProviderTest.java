package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TestPrompts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeProviderTest implements ProviderContract {

  private final FakeProvider provider = new FakeProvider();

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public ModelSpec goodModel() {
    return TestPrompts.model("fake", "echo", "{}");
  }

  private Completion ask(Prompt prompt) throws Exception {
    return Capabilities.ask(provider.open(prompt.model()), TestPrompts.call(prompt));
  }

  private static String text(Completion completion) {
    return ((Answer.Text) ((Completion.Answered) completion).answer()).text();
  }

  @Test
  void anEchoRepeatsTheLastMessage() throws Exception {
    assertThat(text(ask(TestPrompts.question(goodModel(), "s1", "Why?", "42")))).isEqualTo("Why?");
  }

  @Test
  void anOracleIsRightAsOftenAsItsAccuracySays() throws Exception {
    var oracle = TestPrompts.model("fake", "o", "{\"behaviour\": \"oracle\", \"accuracy\": 0.7}");
    int right = 0;
    for (int i = 0; i < 2000; i++) {
      String answer = text(ask(TestPrompts.question(oracle, "s" + i, "?", "42")));
      assertThat(answer).isIn("42", "43");
      right += answer.equals("42") ? 1 : 0;
    }

    assertThat(right / 2000.0).isCloseTo(0.7, within(0.04));
  }

  @Test
  void aFailingShareFailsTheSameSamplesEachTime() throws Exception {
    var flaky = TestPrompts.model("fake", "f", "{\"failRate\": 0.3}");
    List<Boolean> first = failures(flaky);

    assertThat(first).contains(true).contains(false).isEqualTo(failures(flaky));
  }

  private List<Boolean> failures(ModelSpec model) {
    return IntStream.range(0, 100)
        .mapToObj(i -> {
          try {
            return ask(TestPrompts.question(model, "s" + i, "?", ""))
                instanceof Completion.Unavailable;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        })
        .toList();
  }

  @Test
  void textsThatShareWordsAreNear() throws Exception {
    var prompt =
        TestPrompts.texts(goodModel(), "a small dog runs", "A dog runs fast", "markets fell today");
    var vectors = ((Answer.Vectors) ((Completion.Answered) ask(prompt)).answer()).vectors();

    assertThat(cosine(vectors.get(0), vectors.get(1)))
        .isGreaterThan(0.4)
        .isGreaterThan(cosine(vectors.get(0), vectors.get(2)));
    assertThat(cosine(vectors.get(0), vectors.get(0))).isCloseTo(1, within(1e-5));
  }

  static double cosine(Embedding a, Embedding b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.dimensions(); i++) {
      dot += a.at(i) * b.at(i);
      aa += a.at(i) * a.at(i);
      bb += b.at(i) * b.at(i);
    }
    return dot / Math.sqrt(aa * bb);
  }
}
