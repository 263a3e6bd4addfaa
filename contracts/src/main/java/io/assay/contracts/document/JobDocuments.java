package io.assay.contracts.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.path.NodePath;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.wire.ContractJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads job documents: text → tree with lines → parameters filled in → JSON Schema → shorthands
/// spelled out → [JobDocument]. All problems are reported, not only the first.
public final class JobDocuments {

  private JobDocuments() {}

  /// The JSON Schema (draft 2020-12) of job documents, as text.
  public static String schema() {
    return SchemaCheck.text();
  }

  /// Reads a document.
  ///
  /// @param text YAML or JSON
  /// @param parameters values for the document's parameters
  /// @param vocabulary what the document may refer to
  public static JobParse parse(String text, Map<String, String> parameters, Vocabulary vocabulary) {
    var read = SourceTree.of(text);
    var problems = new ArrayList<>(read.problems());
    if (read.root().isMissingNode()) {
      return new JobParse.Refused(problems, Optional.empty());
    }
    if (!(read.root() instanceof ObjectNode root)) {
      problems.add(new Problem(1, 1, "", "the document is no mapping", "start with name: …"));
      return new JobParse.Refused(problems, Optional.empty());
    }
    var document = document(root, parameters, vocabulary, read.map(), problems);
    var parsed = document.map(job -> new JobParse.Parsed(job, read.map()));
    if (problems.isEmpty() && parsed.isPresent()) {
      return parsed.get();
    }
    problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return new JobParse.Refused(problems, parsed);
  }

  private static Optional<JobDocument> document(
      ObjectNode root,
      Map<String, String> given,
      Vocabulary vocabulary,
      SourceMap map,
      List<Problem> problems) {
    var declared = root.path("parameters");
    int before = problems.size();
    var parameters = new Parameters(declared, given, map, problems);
    var body = root.deepCopy();
    body.remove("parameters");
    var filled = (ObjectNode) parameters.fill(body, "");
    boolean unfilled = problems.size() > before;
    var whole = filled.deepCopy();
    if (declared.isObject()) {
      whole.set("parameters", declared);
    }
    var findings = SchemaCheck.of(whole, map);
    findings.forEach(finding -> problems.add(finding.problem()));
    if (findings.stream().anyMatch(SchemaCheck.Finding::missing)) {
      reportModels(filled, vocabulary, map, problems);
      return Optional.empty();
    }
    findings.forEach(finding -> remove(filled, finding.part()));
    var job = build(new JobShape(vocabulary, map, problems).spelledOut(filled), map, problems);
    return unfilled ? Optional.empty() : job;
  }

  private static void reportModels(
      ObjectNode filled, Vocabulary vocabulary, SourceMap map, List<Problem> problems) {
    new JobShape(vocabulary, map, problems).spelledOut(filled);
  }

  private static Optional<JobDocument> build(
      ObjectNode tree, SourceMap map, List<Problem> problems) {
    try {
      return Optional.of(ContractJson.mapper().treeToValue(tree, JobDocument.class));
    } catch (JsonProcessingException e) {
      if (problems.isEmpty()) {
        problems.add(map.problem(place(String.valueOf(e.getMessage())), reason(e), null));
      }
      return Optional.empty();
    }
  }

  /// What the contract record itself said.
  private static String reason(JsonProcessingException e) {
    return e.getCause() instanceof IllegalArgumentException refused
        ? String.valueOf(refused.getMessage())
        : e.getOriginalMessage();
  }

  private static String place(String message) {
    if (message.contains("model id")) {
      return "models";
    }
    if (message.contains("judge id")) {
      return "judges";
    }
    return message.contains("metrics of task") ? "metrics" : "tasks";
  }

  private static void remove(JsonNode tree, NodePath part) {
    var node = tree;
    for (int i = 0; i < part.getNameCount() - 1; i++) {
      node =
          part.getElement(i) instanceof Integer index
              ? node.path(index)
              : node.path(part.getName(i));
    }
    int last = part.getNameCount() - 1;
    if (last >= 0 && node instanceof ObjectNode object) {
      object.remove(part.getName(last));
    }
  }
}
