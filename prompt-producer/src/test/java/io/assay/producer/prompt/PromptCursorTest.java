package io.assay.producer.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptCursorTest {

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    Files.writeString(
        folder.resolve("d.jsonl"),
        """
        {"id": "a", "question": "1+1?", "answer": "2"}
        {"id": "b", "question": "2+2?", "answer": "4"}
        {"id": "c", "question": "3+3?", "answer": "6"}
        """);
  }

  @Test
  void eachPositionHoldsTheSamePromptHoweverItIsReached() {
    var task = task(new PromptSpec("Q: {{ question }}", null, null), 3);
    var all = new ArrayList<String>();
    try (var cursor = cursor(task)) {
      for (int i = 0; i < 9; i++) {
        all.add(cursor.next().recordKey());
      }
    }

    assertThat(all).doesNotHaveDuplicates();
    for (int i = 0; i < 9; i++) {
      try (var cursor = cursor(task)) {
        cursor.skip(i);
        assertThat(cursor.next().recordKey()).isEqualTo(all.get(i));
      }
    }
  }

  @Test
  void behindTheLastPromptTheDatasetIsFoundTooShort() {
    try (var cursor = cursor(task(PromptSpec.DEFAULTS, 1))) {
      cursor.skip(3);
      assertThatThrownBy(cursor::next)
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("fewer samples than when the job was accepted");
    }
  }

  @Test
  void aPromptHasAllThatAWorkerNeeds() {
    try (var cursor = cursor(task(new PromptSpec("Q: {{ question }}", "Be brief.", null), 1))) {
      Prompt prompt = cursor.next();
      assertThat(messages(prompt)).containsExactly("Be brief.", "Q: 1+1?");
      assertThat(prompt.maxRetries()).isEqualTo(2);
      assertThat(prompt.timeLimit()).isEqualTo(9.5);
      assertThat(prompt.sample().id()).isEqualTo("a");
    }
  }

  @Test
  void solvedExamplesComeBeforeTheQuestion() throws IOException {
    Files.writeString(
        folder.resolve("shots.jsonl"),
        """
        {"id": "x", "question": "0+1?", "answer": "1"}
        {"id": "y", "question": "0+2?", "answer": "2"}
        """);
    var fewshot = new PromptSpec.FewShot("shots.jsonl", 2, null, null);

    try (var cursor = cursor(task(new PromptSpec("Q: {{ question }}\nA:", null, fewshot), 1))) {
      assertThat(messages(cursor.next()))
          .containsExactly("Q: 0+1?\nA: 1\n\nQ: 0+2?\nA: 2\n\nQ: 1+1?\nA:");
    }
  }

  @Test
  void tooFewExamplesAreNamed() {
    var fewshot = new PromptSpec.FewShot("d.jsonl", 4, 1L, null);

    assertThatThrownBy(() -> cursor(task(new PromptSpec(null, null, fewshot), 1)))
        .hasMessageContaining("has 3 examples, but prompt.fewshot.count is 4");
  }

  private static List<String> messages(Prompt prompt) {
    return ((ModelRequest.GenerateText) prompt.request())
        .messages().stream().map(ModelRequest.ChatMessage::content).toList();
  }

  private static TaskSpec task(PromptSpec prompt, int epochs) {
    return Specs.task(Specs.file("d.jsonl"), Specs.fields("id"), prompt, epochs);
  }

  private PromptCursor cursor(TaskSpec task) {
    return new PromptCursor(
        "job",
        Specs.model("fake/a"),
        new Limits(null, 2, 9.5, null, null, null, null),
        List.of(PromptMaker.of(task, new LocalFiles(folder))),
        Judges.none());
  }
}
