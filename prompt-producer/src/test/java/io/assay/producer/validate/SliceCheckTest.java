package io.assay.producer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.SliceSpec;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.NoCards;
import io.assay.producer.support.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceCheckTest {

  private static final String JOB =
      """
      name: questions
      models: [{id: a/b, provider: fake}]
      task: text-generation
      dataset: {path: d.jsonl}
      fields: {id: id, input: question, target: answer}
      metrics: [exact_match]
      """;

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    String rows =
        IntStream.range(0, 150)
            .mapToObj(i ->
                "{\"id\": %d, \"question\": \"q%d\", \"answer\": \"a\", \"info\": {\"lang\": \"%s\"}, \"story\": \"%s\", \"object\": {\"a\": 1}}"
                    .formatted(i, i, i % 2 == 0 ? "de" : "fr", "long ".repeat(30)))
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("d.jsonl"), rows);
  }

  @Test
  void slicesAreFieldsByPathOrTemplatesWithAName() {
    var checked =
        check(
            """
            slices:
              - info.lang
              - {name: half, by: "{{ 'first' if id < 75 else 'second' }}"}
            gates: [{metric: exact_match, slice: half=first, op: ">=", value: 0}]
            """);

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Accepted.class,
            accepted ->
                assertThat(accepted.document().tasks().getFirst().slices())
                    .containsExactly(
                        SliceSpec.of("info.lang"),
                        new SliceSpec("half", "{{ 'first' if id < 75 else 'second' }}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slices: [info.long]                    | no row has a value in the field info.long | did you mean info.lang?
          slices: [id]                           | the samples are in more than 100 slices   | divide them by a field with fewer values
          slices: [story]                        | line 1: slices: story is a text of 149 characters |
          slices: [object]                       | line 1: slices: object is an object       |
          slices: [{name: x, by: "{% if id %}"}] | the template is wrong                     |
          slices: [{name: x=y, by: id}]          | name                                      |
          gates: [{metric: exact_match, slice: lang=de, op: '>', value: 0}]                               | the task has no slices           | name the field
          {slices: [info.lang], gates: [{metric: exact_match, slice: info.lang=dee, op: '>', value: 0}]}  | no sample is in slice            | did you mean info.lang=de?
          """)
  void whatDividesNothingIsRefusedWithTheReason(String keys, String reason, String suggestion) {
    String lines = keys.startsWith("{") ? keys.substring(1, keys.length() - 1) : keys;
    var checked = check(lines.replace("], gates", "]\ngates") + "\n");

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Refused.class,
            refused -> {
              assertThat(refused.problems().toString()).contains(reason);
              if (suggestion != null) {
                assertThat(refused.problems().toString()).contains(suggestion);
              }
            });
  }

  private Checked check(String more) {
    return new JobValidator(TestConfig.of(new HashMap<>()), new NoCards(), List.of("default"))
        .check(new Submission(JOB + more, folder.toString(), Map.of()), new LocalFiles(folder));
  }
}
