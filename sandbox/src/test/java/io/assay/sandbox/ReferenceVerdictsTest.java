package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.ProgramAssembly;
import io.assay.tasks.code.Verdict;
import io.assay.tasks.vectors.ReferenceVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Verdicts of the reference implementations, to the letter.
class ReferenceVerdictsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @BeforeEach
  void thereIsASandbox() {
    TestSandbox.get();
  }

  @Test
  void codeIsFoundAsByEvalplus() {
    Vectors.check(Vectors.RESOURCES.resolve("code_extract.jsonl"));
  }

  @Test
  void outputsAreComparedAsByEvalplus() {
    Vectors.check(Vectors.RESOURCES.resolve("evalplus_compare.jsonl"));
  }

  @Test
  void humanEvalGetsItsVerdicts() {
    Vectors.check(Vectors.shared("golden/code/humaneval_verdicts.jsonl"));
  }

  @Test
  void mbppGetsItsVerdicts() {
    Vectors.check(Vectors.shared("golden/code/mbpp_verdicts.jsonl"));
  }

  @Test
  void programsAreAssembledAsByTheirBenchmarks() {
    Vectors.check(Vectors.shared("golden/code/program_assembly.jsonl"));
  }

  @Test
  void hostileProgramsAreAnsweredInWords() {
    JsonNode row = Vectors.rows(Vectors.RESOURCES.resolve("hostile.jsonl")).getFirst();

    assertThat(Vectors.answer(row, Vectors.RESOURCES).path("verdict").asText()).isEqualTo("passed");
  }

  @Test
  void aMissingFileOfProblemsIsNamed() {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("metric", "code_verdict");
    line.putObject("input").put("task_id", "HumanEval/0").put("completion", "");
    line.putObject("params").put("problems", "nowhere.jsonl");

    assertThat(ReferenceVectors.answer(line, Path.of("x")).at("/actual/message").asText())
        .contains("set the parameter problems to the file")
        .contains("nowhere.jsonl");
  }

  @Test
  void textWithoutEndIsNotSearched() {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("metric", "code_extract");
    line.putObject("input").put("text", "x\n".repeat(100_000));

    assertThat(ReferenceVectors.answer(line, Path.of("x")).at("/actual/message").asText())
        .contains("too many lines");
  }

  @Test
  void everySolutionOfHumanEvalPasses() {
    var programs = new ArrayList<Program>();
    for (JsonNode problem : Vectors.rows(Vectors.shared("data/code/HumanEval.jsonl"))) {
      programs.add(
          ProgramAssembly.humanEval(
              problem.path("prompt").asText(),
              problem.path("canonical_solution").asText(),
              problem.path("test").asText(),
              problem.path("entry_point").asText(),
              LIMIT));
    }

    assertThat(programs).hasSize(164);
    assertThat(notPassed(programs)).isEmpty();
  }

  @Test
  void everySolutionOfMbppPasses() throws IOException {
    JsonNode problems =
        ContractJson.mapper().readTree(Vectors.shared("data/code/sanitized-mbpp.json").toFile());
    var programs = new ArrayList<Program>();
    for (JsonNode problem : problems) {
      programs.add(
          ProgramAssembly.mbpp(
              texts(problem.path("test_imports")),
              problem.path("code").asText(),
              texts(problem.path("test_list")),
              LIMIT));
    }

    assertThat(programs).hasSize(427);
    assertThat(notPassed(programs)).isEmpty();
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Set<String> notPassed(List<Program> programs) {
    Sandbox sandbox = TestSandbox.get();
    var failed = new ConcurrentSkipListSet<String>();
    programs.parallelStream()
        .forEach(program -> {
          Verdict verdict = sandbox.run(program).verdict();
          if (!verdict.passed()) {
            failed.add(verdict.words() + "\n" + program);
          }
        });
    return failed;
  }
}
