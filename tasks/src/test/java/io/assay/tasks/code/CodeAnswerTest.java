package io.assay.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeAnswerTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String WHOLE = "def twice(x):\n    return x + x\n";

  @Test
  void aCompletionContinuesThePrompt() {
    Program.PythonFunction program = python("    return 2 * x\n");

    assertThat(program.source()).isEqualTo(CodeSamples.PROMPT + "    return 2 * x\n");
    assertThat(program.whole())
        .isEqualTo(
            CodeSamples.PROMPT + "    return 2 * x\n" + "\n" + CodeSamples.TEST + "\ncheck(twice)");
  }

  @Test
  void aBlockWithTheWholeFunctionTakesThePlaceOfThePrompts() {
    Program.PythonFunction program =
        python("Sure!\n```python\n" + WHOLE + "```\nTry it:\n```\nprint(twice(1))\n```\n");

    assertThat(program.source()).isEqualTo("import math\n\n" + WHOLE);
  }

  @Test
  void theBlockThatDefinesTheFunctionIsTakenWhereverItStands() {
    String answer = "~~~py\nx = 1\n~~~\n````python\n" + WHOLE + "s = '''\n```\n'''\n````";

    assertThat(python(answer).source()).endsWith(WHOLE + "s = '''\n```\n'''\n");
  }

  @Test
  void aBlockOfAnotherLanguageIsTakenOnlyForWantOfABetter() {
    assertThat(python("```bash\nls\n```\n```\n" + WHOLE + "```").source()).endsWith(WHOLE);
    assertThat(python("```bash\nls\n```").source()).endsWith("ls\n");
  }

  @Test
  void aBlockThatIsNeverClosedGoesToTheEnd() {
    assertThat(python("```python\n" + WHOLE).source()).endsWith(WHOLE);
  }

  @Test
  void withoutExtractionTheAnswerIsTheCompletion() {
    var reading =
        new CodeAnswer(
            CodeAnswer.Extraction.NONE, StopSequences.of("humaneval"), true, Duration.ofSeconds(1));

    var program =
        (Program.PythonFunction)
            reading
                .program(
                    CodeProblem.of(CodeSamples.humanEval("s")),
                    "    return 1\n```\n" + WHOLE,
                    _ -> Optional.empty())
                .orElseThrow();

    assertThat(program.source()).isEqualTo(CodeSamples.PROMPT + "    return 1");
    assertThat(program.guarded()).isTrue();
  }

  @Test
  void mbppTakesTheCodeAsItIs() {
    var program = (Program.PythonFunction) automatic(CodeSamples.mbpp("m"), WHOLE);

    assertThat(program.source()).isEqualTo("import math\n" + WHOLE);
    assertThat(program.tests()).isEqualTo("assert twice(2) == 4\nassert twice(0) == 0");
    assertThat(program.prelude()).isEqualTo("import math");
    assertThat(program.entryPoint()).isNull();
  }

  @Test
  void assembliesAreThoseOfTheBenchmarks() {
    Duration limit = Duration.ofSeconds(3);
    String test = CodeSamples.TEST;

    assertThat(ProgramAssembly.bigcode("\n p \n", "\n c", test, "twice", limit).whole())
        .isEqualTo("p\n c\n\n" + test + "\ncheck(twice)");
    assertThat(ProgramAssembly.humanEval("p\n", "c", test, "twice", limit).whole())
        .isEqualTo("p\nc\n" + test + "\ncheck(twice)");
    assertThat(ProgramAssembly.mbpp(List.of("i", "j"), "c", List.of("a", "b"), limit).whole())
        .isEqualTo("i\nj\nc\na\nb");
    assertThat(ProgramAssembly.mbpp(List.of(), "c", List.of("a"), limit).whole()).isEqualTo("c\na");
    assertThat(ProgramAssembly.solution("s", "p", test, "twice", limit).source()).isEqualTo("s");
  }

  @Test
  void otherLanguagesKeepPromptAndTestsInOneProgram() {
    Sample sample =
        CodeSamples.sample(
            "j",
            JSON.textNode("function twice(x) {\n"),
            JSON.nullNode(),
            Map.of(
                "language", JSON.textNode("JS"),
                "entry_point", JSON.textNode("twice"),
                "tests", JSON.textNode("assert(twice(2) === 4);")));

    assertThat(automatic(sample, "  return 2*x;\n}"))
        .isEqualTo(
            new Program.Whole(
                "js",
                "function twice(x) {\n  return 2*x;\n}\nassert(twice(2) === 4);",
                Duration.ofSeconds(1)));
  }

  @Test
  void whatASampleLacksIsNamed() {
    var noTests = CodeSamples.sample("a", JSON.textNode("p"), JSON.objectNode(), Map.of());
    var noName =
        CodeSamples.sample("b", JSON.textNode("p"), JSON.textNode(CodeSamples.TEST), Map.of());

    assertThat(CodeProblem.problemWith(noTests))
        .hasValueSatisfying(each -> assertThat(each).contains("no tests"));
    assertThat(CodeProblem.problemWith(noName))
        .hasValueSatisfying(each -> assertThat(each).contains("no entry_point"));
    assertThat(CodeProblem.problemWith(CodeSamples.humanEval("c"))).isEmpty();
  }

  @Test
  void fieldsMayStandInTheTargetAndTheEntryPointInThePrompt() {
    var target =
        JSON.objectNode().put("test", CodeSamples.TEST).put("test_setup_code", "import json");
    var problem =
        CodeProblem.of(
            CodeSamples.sample("t", JSON.textNode(CodeSamples.PROMPT), target, Map.of()));

    assertThat(problem.entryPoint()).isEqualTo("twice");
    assertThat(problem.tests()).isEqualTo("import json\n" + CodeSamples.TEST + "\ncheck(twice)");
  }

  private static Program.PythonFunction python(String answer) {
    return (Program.PythonFunction) automatic(CodeSamples.humanEval("s"), answer);
  }

  private static Program automatic(Sample sample, String answer) {
    return new CodeAnswer(CodeAnswer.Extraction.AUTO, List.of(), false, Duration.ofSeconds(1))
        .program(CodeProblem.of(sample), answer, _ -> Optional.empty())
        .orElseThrow();
  }
}
