package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.code.Program;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What slots are asked, in the form that they understand.
final class Requests {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String PROGRAMS = "programs";
  private static final String TESTS = "tests";

  private final SandboxOptions options;

  Requests(SandboxOptions options) {
    this.options = options;
  }

  ObjectNode of(Program program) {
    return switch (program) {
      case Program.PythonFunction python -> of(python);
      case Program.Whole whole -> of(whole, Languages.get(whole.language()));
    };
  }

  private ObjectNode of(Program.PythonFunction program) {
    ObjectNode tests = JSON.objectNode();
    tests.put("source", program.source());
    tests.put("prelude", program.prelude());
    tests.put("tests", program.tests());
    tests.put("entry_point", program.entryPoint());
    ObjectNode candidate = JSON.objectNode();
    candidate.put("source", program.source());
    candidate.put("guard", program.guarded());
    ObjectNode limits = limits(program.limit(), options.processes(), options.fileBytes(), true);
    return request(
        program.limit(),
        part(TESTS, "checker", limits, tests),
        part(PROGRAMS, "candidate", limits, candidate));
  }

  private ObjectNode of(Program.Whole program, Language language) {
    boolean java = language.name().equals("java");
    String main = java ? JavaSource.mainClass(program.source()) : "main";
    ObjectNode job = JSON.objectNode();
    ObjectNode files = job.putObject("files");
    files.put(filled(language.file(), language, main), program.source() + language.epilogue());
    language.helpers().forEach(files::put);
    job.set("compile", command(language.compile(), language, main));
    job.set("run", command(language.run(), language, main));
    job.put("mark", language.mark().name().toLowerCase(Locale.ROOT));
    ArrayNode words = job.putArray("failed_words");
    language.failedWords().forEach(words::add);
    boolean compiled = !language.compile().isEmpty();
    Duration longer = compiled ? program.limit().plus(options.compileLimit()) : program.limit();
    // A compiler's output is larger than what programs write.
    ObjectNode limits =
        limits(longer, 4 * options.processes(), 8 * options.fileBytes(), language.bounded());
    ObjectNode request = request(program.limit(), part(PROGRAMS, "command", limits, job));
    return compiled ? request.put("compile_limit", seconds(options.compileLimit())) : request;
  }

  /// One of our own functions over a text that nobody has read.
  ObjectNode evaluation(String function, JsonNode input, Duration limit) {
    ObjectNode job = JSON.objectNode().put("function", function).set("input", input);
    ObjectNode limits = limits(limit, options.processes(), options.fileBytes(), true);
    return request(limit, part(TESTS, "evaluate", limits, job));
  }

  private static ObjectNode request(Duration limit, ObjectNode... parts) {
    ObjectNode request = JSON.objectNode().put("limit", seconds(limit));
    request.putArray("parts").addAll(List.of(parts));
    return request;
  }

  private ObjectNode part(String cell, String role, ObjectNode limits, ObjectNode job) {
    ObjectNode part = JSON.objectNode().put("cell", cell);
    part.putObject("order")
        .put("role", role)
        .put(
            "scratch", role.equals("command") ? 8 * options.scratchBytes() : options.scratchBytes())
        .put("output", options.outputBytes())
        .set("limits", limits);
    part.set("job", job);
    return part;
  }

  /// Resource limits by their names in Python. Processor time is only the last resort, in whole
  /// seconds for each process: the slot stops a run before.
  private ObjectNode limits(Duration limit, int processes, long fileBytes, boolean bounded) {
    ObjectNode limits = JSON.objectNode();
    if (bounded) {
      limits.put("AS", options.memoryBytes());
    }
    return limits
        .put("NPROC", processes)
        .put("NOFILE", bounded ? 64 : 1024)
        .put("FSIZE", fileBytes)
        .put("CORE", 0)
        .put("CPU", limit.toSeconds() + 5);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static ArrayNode command(List<String> parts, Language language, String main) {
    ArrayNode command = JSON.arrayNode();
    parts.forEach(each -> command.add(filled(each, language, main)));
    return command;
  }

  private static String filled(String text, Language language, String main) {
    return text.replace("{file}", language.file()).replace("{main}", main);
  }
}
