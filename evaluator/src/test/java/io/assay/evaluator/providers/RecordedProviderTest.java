package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Inquiry;
import io.assay.contracts.event.Judging;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TestPrompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedProviderTest implements ProviderContract {

  private static final String RECORDS =
      """
      {"id": "s1", "question": "Why?", "output": "42", "big.model": {"solution": "dotted"}, "175b": {"solution": "inner"}, "vector": [[1, 2], [3, 4]]}
      {"id": "s2", "question": "How\\u2019s that?", "output": 7, "vector": [1, 2]}

      {"id": "s1", "output": "a later record"}
      {"question": "no id", "output": "x"}
      {"id": "7f00", "question": "42 or 43?", "output": "[[A]]"}
      {"id": 5, "output": null}
      """;

  @TempDir Path folder;
  private final RecordedProvider provider = new RecordedProvider();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("outputs.jsonl"), RECORDS);
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public ModelSpec goodModel() {
    return TestPrompts.model("recorded", "old", "{\"path\": \"%s\"}".formatted(file));
  }

  @Override
  @Test
  public void anEmbedderAnswersWithAVectorForEachText() throws Exception {
    var model = model("\"output\": \"vector\"");
    var answer = ((Completion.Answered) ask(TestPrompts.texts(model, "a", "b"))).answer();

    assertThat(((Answer.Vectors) answer).vectors().get(1).toArray()).containsExactly(3, 4);
  }

  private ModelSpec model(String more) {
    return TestPrompts.model("recorded", "old", "{\"path\": \"%s\", %s}".formatted(file, more));
  }

  private Completion ask(Prompt prompt) throws Exception {
    return Capabilities.ask(provider.open(prompt.model()), TestPrompts.call(prompt));
  }

  private String answer(ModelSpec model, String sampleId, String input) throws Exception {
    var completion = ask(TestPrompts.question(model, sampleId, input, ""));
    return ((Answer.Text) ((Completion.Answered) completion).answer()).text();
  }

  @Test
  void recordsAreFoundById() throws Exception {
    assertThat(answer(goodModel(), "s2", "?")).isEqualTo("7");
  }

  @Test
  void recordsAreFoundByInput() throws Exception {
    assertThat(answer(model("\"matchInput\": \"question\""), "x", "How’s that?")).isEqualTo("7");
  }

  @Test
  void ofTwoRecordsTheFirstCounts() throws Exception {
    assertThat(answer(goodModel(), "s1", "?")).isEqualTo("42");
  }

  @Test
  void dotsReachInnerFields() throws Exception {
    assertThat(answer(model("\"output\": \"175b.solution\""), "s1", "?")).isEqualTo("inner");
  }

  @Test
  void aSampleWithoutRecordIsRefusedWithWhereItWasLookedFor() throws Exception {
    assertThat(ask(TestPrompts.question(goodModel(), "s9", "?", "")))
        .isEqualTo(
            new Completion.Refused(
                "no recorded output for sample s9 of model recorded/old: no record of "
                    + file
                    + " whose id is the sample's id has the field output"));
  }

  @Test
  void aNullOutputIsNoOutput() throws Exception {
    assertThat(ask(TestPrompts.question(goodModel(), "5", "?", "")))
        .isInstanceOf(Completion.Refused.class);
  }

  @Test
  void tooFewVectorsAreRefused() throws Exception {
    var prompt = TestPrompts.texts(model("\"output\": \"output\""), "a", "b");

    assertThat(ask(prompt))
        .hasToString(
            "Refused[reason="
                + "recorded output of sample s1 for"
                + " model recorded/old is 0 vectors in field output, expected 2]");
  }

  @Test
  void aBrokenLineIsNamedByItsNumber() throws Exception {
    Files.writeString(file, "{\"id\": \"s1\", \"output\": \"x\"}\n{\"id\": oops}\n");

    assertThat(ask(TestPrompts.question(goodModel(), "s1", "?", "")))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("line 2 of " + file));
  }

  @Test
  void aRelativePathIsRefused() {
    assertThatThrownBy(
            () -> provider.open(TestPrompts.model("recorded", "old", "{\"path\": \"a.jsonl\"}")))
        .hasMessageContaining("expected an absolute path");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(
            () -> provider.open(TestPrompts.model("recorded", "o", "{\"path\": \"/no/such\"}")))
        .hasMessageContaining("not readable by this evaluator: /no/such");
  }

  @Test
  void manyRecordsAreAllFound() throws Exception {
    int many = 20_000;
    Files.write(
        file,
        IntStream.range(0, many)
            .mapToObj(i -> "{\"id\": \"n%d\", \"output\": \"out %d\"}".formatted(i, i))
            .toList());

    for (int i = 0; i < many; i += 97) {
      assertThat(answer(goodModel(), "n" + i, "?")).isEqualTo("out " + i);
    }
  }

  @Test
  void aJudgesRecordsAreFoundByWhatItWasAsked() throws Exception {
    Prompt byId = toJudge(goodModel(), "7f00", "42 or 43?");
    Prompt byText = toJudge(model("\"matchInput\": \"question\""), "0000", "42 or 43?");

    assertThat(text(ask(byId))).isEqualTo("[[A]]");
    assertThat(text(ask(byText))).isEqualTo("[[A]]");
    // the record of the sample is no verdict about it
    assertThat(ask(toJudge(goodModel(), "abcd", "43 or 42?")))
        .isEqualTo(
            new Completion.Refused(
                "no recorded reply of judge recorded/old about sample s1: no record of "
                    + file
                    + " whose id is the question's id, abcd, has the field output"));
  }

  private static String text(Completion completion) {
    return ((Answer.Text) ((Completion.Answered) completion).answer()).text();
  }

  private static Prompt toJudge(ModelSpec judge, String question, String text) {
    Prompt prompt = TestPrompts.question(judge, "s1", text, "");
    var draft =
        new Score(
            prompt.key(),
            "o1",
            Status.SCORED,
            "s1",
            List.of(),
            null,
            null,
            Completion.Usage.UNKNOWN,
            false,
            prompt.issuedAt());
    var subject = new Inquiry.Subject(draft, new Answer.Text("42"));
    return new Prompt(
        prompt.key(),
        prompt.taskType(),
        judge,
        prompt.request(),
        prompt.sample(),
        prompt.metrics(),
        null,
        null,
        new Judging(List.of(judge), List.of(), new Inquiry(question, List.of(subject), List.of())),
        prompt.issuedAt());
  }
}
