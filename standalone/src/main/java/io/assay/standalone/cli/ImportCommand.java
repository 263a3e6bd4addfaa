package io.assay.standalone.cli;

import io.assay.producer.importer.Finding;
import io.assay.producer.importer.Imported;
import io.assay.producer.importer.LmEvalImport;
import io.assay.producer.importer.PromptfooImport;
import io.assay.standalone.client.AssayException;
import io.assay.standalone.show.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns a definition of another tool into a job document.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Turn a definition of another tool into a job document:",
      "a task of lm-evaluation-harness, or a promptfoo configuration.",
      "What cannot be taken over is named with its line."
    })
public final class ImportCommand implements Callable<Integer> {

  /// Whose definition it is.
  enum Kind {
    lm_eval,
    promptfoo
  }

  @Parameters(index = "0", paramLabel = "FILE", description = "The definition (YAML).")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "TOOL",
      description = "lm_eval or promptfoo; by the file's name if absent.")
  private @Nullable Kind kind;

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "MODEL",
      description = "Models of the catalogue that are to be compared; may be repeated.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "JOB.yaml",
      description = "Where to write the job document; standard output if absent.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new AssayException("cannot read " + file);
    }
    Terminal terminal = Terminal.of(output == null);
    Imported imported =
        kind() == Kind.promptfoo
            ? PromptfooImport.read(file, models)
            : LmEvalImport.read(file, models);
    imported.findings().stream().map(Finding::text).forEach(terminal::complain);
    return switch (imported) {
      case Imported.Refused _ -> {
        terminal.complain("Nothing was written: the results would not be those of " + file + ".");
        yield ExitCode.ERROR;
      }
      case Imported.Job(String job, Map<String, String> files, List<Finding> _) ->
          write(job, files, terminal);
    };
  }

  private Kind kind() {
    if (kind != null) {
      return kind;
    }
    return String.valueOf(file.getFileName()).startsWith("promptfoo")
        ? Kind.promptfoo
        : Kind.lm_eval;
  }

  private int write(String job, Map<String, String> files, Terminal terminal) throws IOException {
    if (output == null) {
      if (!files.isEmpty()) {
        throw new AssayException(
            "this definition needs further files beside the job document: name one with -o");
      }
      terminal.document(job);
      return ExitCode.DONE;
    }
    Path target = output.toAbsolutePath();
    var taken = new ArrayList<Path>(List.of(target));
    files.keySet().forEach(name -> taken.add(target.resolveSibling(name)));
    for (Path each : taken) {
      if (Files.exists(each)) {
        throw new AssayException(each + " exists already; nothing was written");
      }
    }
    Files.writeString(target, job);
    for (var each : files.entrySet()) {
      Files.writeString(target.resolveSibling(each.getKey()), each.getValue());
    }
    terminal.say("Run it with: ./assay run " + output);
    return ExitCode.DONE;
  }
}
