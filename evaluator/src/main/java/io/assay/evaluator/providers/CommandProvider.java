package io.assay.evaluator.providers;

import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.UnusableModelException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `command`: any program. It is started for each sample, or once for many, which then come as JSON
/// lines; it is never given to a shell.
///
/// Options: `command`, the program and its arguments, in which `{prompt}`, `{system}`, `{text}`,
/// `{audio}`, `{image}`, `{mask}`, `{output}`, `{language}`, `{seed}`, `{max_tokens}`,
/// `{temperature}`, `{width}` and `{height}` stand for what a sample has (`{audio}`, `{image}`,
/// `{mask}` and `{output}` are paths of files); `mode` `once` (default: one start for each sample)
/// or `json-lines`; `input`, what the program reads: `prompt` (default where no argument has the
/// prompt, the text or a file), `json` or `none`; `output`, what it writes: `text` on its standard
/// output (default), `json` there, or a `file` at `{output}` (default where an argument names it);
/// `processes`, how many run at once (default: as many as there are cores; 1 for `json-lines`);
/// `workDir`, absolute; `env`, names of environment variables that it sees beside the common ones.
///
/// In JSON a program reads `{"id", "request", "files"}`, where `request` is the request of the
/// prompt as on its topic and `files` are paths of its media, and writes one of `{"text"}`,
/// `{"vectors"}`, `{"likelihoods"}` (see [JsonLikelihoods]), `{"text", "language", "words"}`,
/// `{"images"}` (paths), or `{"error"}`; with `{"usage": {"input_tokens", "output_tokens"}}` if it
/// likes.
public final class CommandProvider implements Provider {

  private final Commands commands;

  /// @param commands whether programs may be run, and what they see
  public CommandProvider(Commands commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "command";
  }

  /// How a program takes samples.
  enum Mode {
    ONCE,
    JSON_LINES
  }

  /// What a program reads.
  enum Input {
    PROMPT,
    JSON,
    NONE
  }

  /// What a program writes.
  enum Output {
    TEXT,
    JSON,
    FILE
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    List<String> command = options.texts("command");
    var mode = options.choice("mode", Mode.class, Mode.ONCE);
    boolean filled = command.stream().anyMatch(CommandProvider::namesInput);
    var input = options.choice("input", Input.class, filled ? Input.NONE : Input.PROMPT);
    boolean file = command.stream().anyMatch(argument -> argument.contains("{output}"));
    var output = options.choice("output", Output.class, file ? Output.FILE : Output.TEXT);
    int cores = Runtime.getRuntime().availableProcessors();
    int processes = options.integer("processes", 1, mode == Mode.ONCE ? cores : 1);
    Path workDir = Path.of(options.text("workDir").orElse(System.getProperty("java.io.tmpdir")));
    var environment = commands.environment(spec, options.texts("env"));
    options.refuseOthers();
    check(spec, command, workDir, environment);
    var program = new Program(command, workDir, environment);
    return mode == Mode.ONCE
        ? new CommandModel(spec, new OneShot(program, input, output), processes)
        : new CommandModel(spec, new LongLived(program, processes), processes);
  }

  /// A program as it is started.
  record Program(List<String> command, Path workDir, Map<String, String> environment) {

    /// @param arguments with the program itself
    ProcessBuilder builder(List<String> arguments) {
      var builder = new ProcessBuilder(arguments).directory(workDir.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return builder;
    }

    /// Its name, for people.
    String name() {
      return command.getFirst();
    }
  }

  private static boolean namesInput(String argument) {
    return Stream.of("{prompt}", "{text}", "{audio}", "{image}").anyMatch(argument::contains);
  }

  private void check(
      ModelSpec spec, List<String> command, Path workDir, Map<String, String> environment)
      throws UnusableModelException {
    if (command.isEmpty()) {
      throw UnusableModelException.wrongSpec(
          "model %s has no option command, such as [\"python3\", \"/path/model.py\"]"
              .formatted(spec.id()));
    }
    commands.check(spec);
    if (!workDir.isAbsolute() || !Files.isDirectory(workDir)) {
      throw UnusableModelException.notHere(
          "option workDir of model %s is %s, which is no absolute path of a folder here"
              .formatted(spec.id(), workDir));
    }
    if (!isProgram(command.getFirst(), environment)) {
      throw UnusableModelException.notHere(
          "model %s runs %s, which is no program on this evaluator's PATH"
              .formatted(spec.id(), command.getFirst()));
    }
  }

  private static boolean isProgram(String name, Map<String, String> environment) {
    if (name.contains(File.separator)) {
      return Files.isExecutable(Path.of(name));
    }
    String path = environment.getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
