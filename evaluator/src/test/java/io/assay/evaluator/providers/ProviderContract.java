package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TestPrompts;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.UnusableModelException;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every provider keeps. Does not assert what models answer, how fast, or that two calls get
/// the same answer from a model that samples.
interface ProviderContract {

  Provider provider();

  /// A model of it that works here; its sample `s1` has an answer.
  ModelSpec goodModel();

  private Model open() throws UnusableModelException {
    return provider().open(goodModel());
  }

  private static Completion ask(Model model, Prompt prompt) throws InterruptedException {
    return Capabilities.ask(model, TestPrompts.call(prompt));
  }

  private Prompt question() {
    return TestPrompts.question(goodModel(), "s1", "What is 6 times 7?", "42");
  }

  private Prompt twoTexts() {
    return TestPrompts.texts(goodModel(), "a small dog", "the stock market");
  }

  @Test
  default void itsNameIsInTheDocumentsThatUseIt() {
    assertThat(goodModel().provider()).isEqualTo(provider().name());
  }

  @Test
  default void aModelCanDoSomething() throws UnusableModelException {
    assertThat(open()).isInstanceOfAny(TextGenerator.class, Embedder.class);
  }

  @Test
  default void aGeneratorAnswersWithText() throws Exception {
    var model = open();
    assumeTrue(model instanceof TextGenerator, "it generates no text");

    assertThat(ask(model, question()))
        .isInstanceOfSatisfying(
            Completion.Answered.class,
            answered -> assertThat(answered.answer()).isInstanceOf(Answer.Text.class));
  }

  @Test
  default void anEmbedderAnswersWithAVectorForEachText() throws Exception {
    var model = open();
    assumeTrue(model instanceof Embedder, "it embeds no text");

    assertThat(ask(model, twoTexts()))
        .isInstanceOfSatisfying(
            Completion.Answered.class,
            answered ->
                assertThat(((Answer.Vectors) answered.answer()).vectors())
                    .hasSize(2)
                    .allSatisfy(vector -> assertThat(vector.dimensions()).isPositive()));
  }

  @Test
  default void aCapabilityThatAModelLacksIsRefusedWithWhatItCan() throws Exception {
    var model = open();
    assumeTrue(
        !(model instanceof TextGenerator && model instanceof Embedder), "it can do everything");
    var prompt = model instanceof Embedder ? question() : twoTexts();

    assertThat(ask(model, prompt))
        .isInstanceOfSatisfying(
            Completion.Refused.class,
            refused -> assertThat(refused.reason()).contains(goodModel().id(), "cannot", "it can"));
  }

  @Test
  default void attemptsAreCounted() throws Exception {
    var model = open();
    var call = TestPrompts.call(model instanceof TextGenerator ? question() : twoTexts());

    Capabilities.ask(model, call);

    assertThat(call.attempts()).isPositive();
  }

  @Test
  default void manyThreadsMayAskOneModel() throws Exception {
    var model = open();
    var prompt = model instanceof TextGenerator ? question() : twoTexts();
    Callable<Completion> call = () -> ask(model, prompt);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> call).toList());
      for (var answer : answers) {
        assertThat(answer.get()).isInstanceOf(Completion.Answered.class);
      }
    }
  }

  @Test
  default void anUnknownOptionIsRefused() {
    var good = goodModel();
    var options = new HashMap<>(good.options());
    options.put("noSuchOption", BooleanNode.TRUE);
    var bad =
        new ModelSpec(
            good.id(),
            good.provider(),
            good.name(),
            good.endpoint(),
            good.apiKeyEnv(),
            good.pool(),
            options,
            good.price());

    assertThatThrownBy(() -> provider().open(bad))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("noSuchOption")
        .hasMessageContaining("it knows");
  }
}
