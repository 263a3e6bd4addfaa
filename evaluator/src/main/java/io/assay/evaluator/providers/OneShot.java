package io.assay.evaluator.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.providers.CommandModel.ProgramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/// One start for each sample. Input and output are files, so that no thread is needed to move them
/// and a program that writes without end is noticed.
record OneShot(
    CommandProvider.Program program, CommandProvider.Input input, CommandProvider.Output output)
    implements CommandModel.Runner {

  private static final long LARGEST_OUTPUT = 64L << 20;
  private static final long LOOK_EVERY_MS = 200;
  private static final int LONGEST_ERROR = 400;

  @Override
  public Completion run(ModelSpec spec, ModelRequest request, CallContext call, Duration limit)
      throws IOException, ProgramException, InterruptedException {
    var folder = Files.createTempDirectory("assay-command-");
    try {
      return run(new CommandAnswers(spec, request, call), folder, limit);
    } finally {
      delete(folder);
    }
  }

  private Completion run(CommandAnswers answers, Path folder, Duration limit)
      throws IOException, ProgramException, InterruptedException {
    var fields = CommandFields.of(answers.request(), answers.call().blobs());
    var made = folder.resolve("output" + ending(answers.request()));
    fields.put("output", made.toString());
    var out = folder.resolve("stdout");
    var in = Files.writeString(folder.resolve("stdin"), stdin(answers, fields));
    var process =
        program
            .builder(CommandFields.fill(program.command(), fields))
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    await(process, folder, limit);
    return switch (output) {
      case TEXT -> answers.plain(Files.readString(out));
      case JSON -> answers.json(Files.readString(out));
      case FILE -> answers.file(made);
    };
  }

  private static String ending(ModelRequest request) {
    return switch (request) {
      case ModelRequest.GenerateImages _, ModelRequest.EditImage _ -> ".png";
      case ModelRequest.GenerateText _,
          ModelRequest.Embed _,
          ModelRequest.Likelihood _,
          ModelRequest.Transcribe _ ->
          ".txt";
    };
  }

  private String stdin(CommandAnswers answers, java.util.Map<String, String> fields)
      throws IOException {
    return switch (input) {
      case NONE -> "";
      case JSON -> CommandFields.json(answers.request(), answers.call()) + "\n";
      case PROMPT -> fields.getOrDefault("prompt", fields.getOrDefault("text", ""));
    };
  }

  private void await(Process process, Path folder, Duration limit)
      throws IOException, ProgramException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - deadline > 0) {
          throw new ProgramException(
              program.name() + " did not end within " + limit.toSeconds() + " s", true);
        }
        if (Files.size(folder.resolve("stdout")) > LARGEST_OUTPUT
            || Files.size(folder.resolve("stderr")) > LARGEST_OUTPUT) {
          throw new ProgramException(
              program.name() + " wrote more than " + (LARGEST_OUTPUT >> 20) + " MiB");
        }
      }
    } finally {
      end(process);
    }
    if (process.exitValue() != 0) {
      throw new ProgramException(
          "%s ended with code %d: %s"
              .formatted(program.name(), process.exitValue(), lastWords(folder)));
    }
  }

  /// With what it started itself.
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String lastWords(Path folder) throws IOException {
    byte[] all = Files.readAllBytes(folder.resolve("stderr"));
    String text = new String(all, UTF_8).replaceAll("\\s+", " ").strip();
    if (text.isEmpty()) {
      return "it wrote nothing to its standard error";
    }
    return text.length() > LONGEST_ERROR
        ? "…" + text.substring(text.length() - LONGEST_ERROR)
        : text;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
