package io.assay.standalone.cli;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a job's samples to a file that other programs read.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write a job's samples with outputs and scores to a file.",
      "Formats: jsonl (all that is known), csv (a column for each metric), open-asr (a manifest"
          + " of the Open ASR Leaderboard), humaneval (task_id and completion, for human-eval and"
          + " evalplus)."
    })
public final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "JOB", description = "The job's id (./assay jobs).")
  private String jobId = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl, csv, open-asr or humaneval (default: ${DEFAULT-VALUE}).")
  private String format = "jsonl";

  @Option(names = "--model", description = "Only this model's; repeatable.")
  private List<String> models = List.of();

  @Option(names = "--task", description = "Only this task's; repeatable.")
  private List<String> tasks = List.of();

  @Option(names = "--slice", description = "Only this slice's, such as language=de.")
  private @Nullable String slice;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; standard output if not given.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    if (output != null && Files.exists(output) && !force) {
      throw new AssayException(output + " is there already; --force replaces it");
    }
    return servers.ask(this::export);
  }

  private int export(AssayClient client) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    query.put("format", List.of(format));
    query.put("model", models);
    query.put("task", tasks);
    query.put("slice", slice == null ? List.of() : List.of(slice));
    try (InputStream samples = client.export(jobId, query)) {
      if (output == null) {
        samples.transferTo(System.out);
        System.out.flush();
      } else {
        write(samples, output);
        System.err.println("Wrote " + output);
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new AssayException("the samples could not be written: " + e.getMessage(), e);
    }
  }

  /// All or nothing: a half file has another name.
  private void write(InputStream samples, Path file) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.copy(samples, half, StandardCopyOption.REPLACE_EXISTING);
      if (force) {
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(half, file);
      }
    } catch (FileAlreadyExistsException e) {
      throw new AssayException(file + " is there already; --force replaces it", e);
    } finally {
      Files.deleteIfExists(half);
    }
  }
}
