package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TestPrompts;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class InProcessProviderTest implements ProviderContract {

  private static final String SMALL = "all-minilm-l6-v2-q";
  private static final InProcessProvider PROVIDER = new InProcessProvider();

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @Override
  public Provider provider() {
    return PROVIDER;
  }

  @Override
  public ModelSpec goodModel() {
    return TestPrompts.model("in-process", SMALL, "{}");
  }

  private static Completion ask(ModelSpec model, String... texts) throws Exception {
    return Capabilities.ask(
        PROVIDER.open(model), TestPrompts.call(TestPrompts.texts(model, texts)));
  }

  private static List<Embedding> vectors(String model, String... texts) throws Exception {
    var answered = (Completion.Answered) ask(TestPrompts.model("in-process", model, "{}"), texts);
    return ((Answer.Vectors) answered.answer()).vectors();
  }

  /// A sentence is nearer to its paraphrase than to something else, by a margin.
  private static void knowsWhatIsNear(String model) throws Exception {
    var vectors =
        vectors(
            model,
            "A man is playing a guitar.",
            "Somebody plays the guitar.",
            "The parliament passed the budget.");

    assertThat(FakeProviderTest.cosine(vectors.get(0), vectors.get(1)))
        .isGreaterThan(FakeProviderTest.cosine(vectors.get(0), vectors.get(2)) + 0.3);
  }

  @Test
  void allMiniLmKnowsWhatIsNear() throws Exception {
    knowsWhatIsNear("all-minilm-l6-v2");
  }

  @Test
  void quantisedAllMiniLmKnowsWhatIsNear() throws Exception {
    knowsWhatIsNear(SMALL);
  }

  @Test
  void quantisedBgeSmallKnowsWhatIsNear() throws Exception {
    knowsWhatIsNear("bge-small-en-v1.5-q");
  }

  @Test
  void valuesAreExactlyThoseOfLangChain4j() throws Exception {
    String text = "Two dogs don't like the U.S. budget of 3.5 % (naïve, isn't it?).";

    assertThat(vectors(SMALL, text).getFirst().toArray())
        .containsExactly(new AllMiniLmL6V2QuantizedEmbeddingModel().embed(text).content().vector());
    assertThat(vectors("bge-small-en-v1.5-q", text).getFirst().toArray())
        .containsExactly(new BgeSmallEnV15QuantizedEmbeddingModel().embed(text).content().vector());
  }

  @Test
  void aTextLongerThanTheModelsWindowIsEmbeddedToo() throws Exception {
    assertThat(vectors(SMALL, "many words ".repeat(600))).hasSize(1);
  }

  @Test
  void tokensAreCountedAndOutputCostsNothing() throws Exception {
    var answered = (Completion.Answered) ask(goodModel(), "one two three", "four");

    assertThat(answered.usage().inputTokens()).isEqualTo(4);
    assertThat(answered.usage().outputTokens()).isZero();
  }

  @Test
  void prefixesGoBeforeTextsOfTheirKind() throws Exception {
    var prefixed = TestPrompts.model("in-process", SMALL, "{\"queryPrefix\": \"search for: \"}");
    var request = new ModelRequest.Embed(List.of("dogs"), "query");
    var prompt =
        TestPrompts.prompt(prefixed, request, "s1", ContractJson.mapper().valueToTree("dogs"), "");
    var answered =
        (Completion.Answered) Capabilities.ask(PROVIDER.open(prefixed), TestPrompts.call(prompt));

    assertThat(((Answer.Vectors) answered.answer()).vectors())
        .isEqualTo(vectors(SMALL, "search for: dogs"));
  }

  @Test
  void aBlankTextIsRefusedWithItsPlace() throws Exception {
    assertThat(ask(goodModel(), "fine", " "))
        .isEqualTo(
            new Completion.Refused(
                "text 2 of sample s1 is blank: an embedding model needs some text"));
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> PROVIDER.open(TestPrompts.model("in-process", "mini-lm", "{}")))
        .hasMessage(
            "model in-process/mini-lm is no in-process model: mini-lm; there are:"
                + " all-minilm-l6-v2, all-minilm-l6-v2-q, bge-small-en-v1.5-q");
  }
}
