package io.assay.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void systemsAreScoredLineByLineAndCompared() throws IOException {
    var segments =
        Segments.ofLines(
            List.of(file("ref", "the cat sat", "hello world"), file("ref2", "a cat sat", "hello")),
            List.of(file("a", "a cat sat", "bye"), file("b", "the cat sat", "hello")));
    var scoring = new Scoring(List.of(MetricSpec.of("exact_match")));

    Scored a = scoring.of(folder.resolve("a").toString(), segments);
    Scored b = scoring.of(folder.resolve("b").toString(), segments);

    assertThat(Objects.requireNonNull(a.numbers().getFirst().value())).isEqualTo(0.5);
    assertThat(Objects.requireNonNull(b.numbers().getFirst().value())).isEqualTo(1);
    assertThat(new Comparing(scoring.metrics(), PairedTest.BOOTSTRAP).of(a, b))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.difference()).isCloseTo(0.5, within(1e-12));
          assertThat(each.pValue()).isBetween(0.01, 1.0);
        });
  }

  @Test
  void linesThatDoNotMatchAreRefusedWithBothCounts() throws IOException {
    Path reference = file("ref", "one", "two");
    Path hypothesis = file("hyp", "one");

    assertThatThrownBy(() -> Segments.ofLines(List.of(reference), List.of(hypothesis)))
        .isInstanceOf(AssayException.class)
        .hasMessageContaining("2 lines")
        .hasMessageContaining("1");
  }

  @Test
  void jsonLinesAreReadByFieldAndMistakesNameTheirLine() throws IOException {
    Path file = file("x.jsonl", "{\"gold\": \"a\", \"one\": \"a\"}", "{\"gold\": \"b\"}");
    var fields = new Segments.Fields("id", "input", "gold", List.of("one"));

    assertThatThrownBy(() -> Segments.ofJsonLines(file, fields))
        .hasMessageContaining("line 2")
        .hasMessageContaining("one");
  }

  @Test
  void anUnknownMetricOrParameterIsAnErrorOfItsLineAndNotASkip() throws IOException {
    Path file =
        file(
            "v.jsonl",
            "{\"id\": \"1\", \"metric\": \"no_such\", \"inputs\": {}}",
            "nonsense",
            "{\"id\": \"3\", \"metric\": \"squad_v1\", \"params\": {\"odd\": 1},"
                + " \"inputs\": {\"prediction\": \"a\", \"references\": [\"a\"]}}",
            "{\"id\": \"4\", \"metric\": \"squad_v1\", \"params\": {},"
                + " \"inputs\": {\"prediction\": \"The cat\", \"references\": [\"cat\"]}}");
    var out = new ArrayList<JsonNode>();

    int errors = VectorsFile.answer(file, line -> out.add(parsed(line)));

    assertThat(errors).isEqualTo(3);
    assertThat(out).hasSize(4);
    assertThat(out.get(0).path("error").asText()).contains("no_such");
    assertThat(out.get(1).path("error").asText()).contains("line 2");
    assertThat(out.get(2).path("error").asText()).contains("odd");
    assertThat(out.get(3).at("/actual/exact_match").asInt()).isEqualTo(1);
  }

  private static JsonNode parsed(String line) {
    try {
      return ContractJson.mapper().readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aMistypedMetricIsRefusedWithASuggestion() throws IOException {
    Path hypothesis = file("hyp", "one");
    var request =
        new ScoreRequest(
            List.of("exact_mach"),
            Map.of(),
            List.of(),
            List.of(hypothesis),
            new ScoreRequest.JsonFields("id", "input", "target", List.of()));

    assertThatThrownBy(() -> request.report(PairedTest.BOOTSTRAP))
        .hasMessageContaining("did you mean exact_match");
  }
}
