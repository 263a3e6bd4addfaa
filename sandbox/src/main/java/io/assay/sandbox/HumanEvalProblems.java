package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.vectors.VectorLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// HumanEval's problems, for lines that name one by its `task_id` alone. The file is looked for
/// where the parameter `problems` says, else in `data/code` beside the vectors' folder, else in the
/// folder that `ASSAY_SHARED_DATA` names.
final class HumanEvalProblems {

  private static final String FILE = "HumanEval.jsonl";
  private static final Map<Path, Map<String, JsonNode>> READ = new ConcurrentHashMap<>();

  private HumanEvalProblems() {}

  /// The problem of a line: the line itself where it has prompt and test.
  ///
  /// @throws IllegalArgumentException where there is no such problem, or no file
  static JsonNode of(VectorLine line) {
    String given = line.params().text("problems", "");
    JsonNode inputs = line.inputs();
    if (inputs.has("prompt") && inputs.has("test") && inputs.has("entry_point")) {
      return inputs;
    }
    String id = line.input("task_id").asText();
    Path file = file(line, given);
    JsonNode problem = READ.computeIfAbsent(file, HumanEvalProblems::read).get(id);
    if (problem == null) {
      throw new IllegalArgumentException("there is no problem " + id + " in " + file);
    }
    return problem;
  }

  private static Path file(VectorLine line, String given) {
    List<Path> places =
        given.isEmpty()
            ? Stream.of(
                    line.file("../../data/code/" + FILE),
                    line.file(FILE),
                    inSharedData(System.getProperty("assay.shared.data")),
                    inSharedData(System.getenv("ASSAY_SHARED_DATA")))
                .filter(Objects::nonNull)
                .toList()
            : List.of(line.file(given));
    return places.stream()
        .map(Path::normalize)
        .filter(Files::isReadable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                line.metric()
                    + " needs HumanEval's problems: set the parameter problems to the file,"
                    + " or put it at one of "
                    + places));
  }

  private static @org.jspecify.annotations.Nullable Path inSharedData(
      @org.jspecify.annotations.Nullable String folder) {
    return folder == null ? null : Path.of(folder, "code", FILE);
  }

  private static Map<String, JsonNode> read(Path file) {
    var problems = new HashMap<String, JsonNode>();
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode problem = ContractJson.mapper().readTree(line);
        problems.put(problem.path("task_id").asText(), problem);
      }
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
