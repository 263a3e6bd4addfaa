package io.assay.standalone.cli;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import io.assay.standalone.client.InvalidDocument;
import io.assay.standalone.client.JobView;
import io.assay.standalone.process.SingleProcess;
import io.assay.standalone.show.JobWatch;
import io.assay.standalone.show.Terminal;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a job: on a server that is up, or else in this process with everything embedded.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Evaluate what a job document says and show the results.",
      "Talks to the server of the data folder if one is up; else starts everything in this process."
    })
public final class RunCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB.yaml",
      description = "The job document (YAML or JSON).")
  private @Nullable Path document;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Fill a parameter of the document; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--resume",
      paramLabel = "JOB",
      description = "Continue an interrupted job instead of starting a new one.")
  private @Nullable String resumed;

  @Option(names = "--json", description = "Print one JSON document; all else to standard error.")
  private boolean json;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The dashboard's port; the next free one if taken (default: 8080).")
  private int port;

  @Option(names = "--stay", description = "Keep the dashboard open after the job has ended.")
  private boolean stay;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() throws Exception {
    if ((document == null) == (resumed == null)) {
      throw new AssayException(
          "name either a job document or --resume JOB. Help: ./assay run --help");
    }
    Optional<AssayClient> running = servers.running();
    if (running.isPresent()) {
      return with(running.get(), Terminal.of(json));
    }
    return embedded(Terminal.of(json));
  }

  private int embedded(Terminal terminal) throws Exception {
    String text = document == null ? "" : read(document);
    terminal.say("Starting the broker and all services …");
    long began = System.nanoTime();
    try (var process =
        SingleProcess.start(servers.dataDir(), port, resumed == null ? "none" : resumed)) {
      terminal.say(
          "Dashboard: %s  (ready after %.1f s)"
              .formatted(process.client().server(), (System.nanoTime() - began) / 1e9));
      int code = run(process.client(), text, terminal);
      if (stay) {
        terminal.say("The dashboard stays open; end it with Ctrl-C.");
        process.awaitStop();
      }
      return code;
    }
  }

  private int with(AssayClient client, Terminal terminal) throws Exception {
    terminal.say("Dashboard: " + client.server());
    return run(client, document == null ? "" : read(document), terminal);
  }

  private int run(AssayClient client, String text, Terminal terminal) throws InterruptedException {
    String jobId;
    if (resumed != null) {
      jobId = resumed;
      resume(client, jobId);
    } else {
      try {
        jobId = client.submit(text, baseDir(), absolute(parameters));
      } catch (InvalidDocument e) {
        String name = String.valueOf(document);
        e.problems().forEach(problem -> terminal.complain(problem.text(name)));
        terminal.complain("Nothing was started.");
        return ExitCode.ERROR;
      }
    }
    JobView ended = new JobWatch(client, terminal).untilSettled(jobId);
    return ExitCode.of(ended);
  }

  private static void resume(AssayClient client, String jobId) {
    JobView job = client.job(jobId);
    if (job == null) {
      throw new AssayException("there is no job " + jobId + ". See them: ./assay jobs");
    }
    if (job.state().equals("PAUSED")) {
      client.resume(jobId);
    }
  }

  private @Nullable Path baseDir() {
    return document == null || servers.elsewhere()
        ? null
        : document.toAbsolutePath().normalize().getParent();
  }

  /// A value that names an existing file or folder is meant from here, not from the document's
  /// folder.
  private Map<String, String> absolute(Map<String, String> given) {
    if (servers.elsewhere()) {
      return given;
    }
    var values = new LinkedHashMap<String, String>();
    given.forEach((name, value) -> values.put(name, absolute(value)));
    return values;
  }

  private static String absolute(String value) {
    try {
      Path path = Path.of(value);
      return !value.isBlank() && Files.exists(path)
          ? path.toAbsolutePath().normalize().toString()
          : value;
    } catch (java.nio.file.InvalidPathException _) {
      return value;
    }
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (MalformedInputException e) {
      throw new AssayException("the job document " + document + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw new AssayException("cannot read the job document " + document + " (" + e + ")", e);
    }
  }
}
