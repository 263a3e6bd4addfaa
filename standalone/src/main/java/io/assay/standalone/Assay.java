package io.assay.standalone;

import io.assay.standalone.cli.CancelCommand;
import io.assay.standalone.cli.DeleteCommand;
import io.assay.standalone.cli.DoctorCommand;
import io.assay.standalone.cli.ExitCode;
import io.assay.standalone.cli.ExportCommand;
import io.assay.standalone.cli.ImportCommand;
import io.assay.standalone.cli.JobsCommand;
import io.assay.standalone.cli.MetricsCommand;
import io.assay.standalone.cli.ModelsCommand;
import io.assay.standalone.cli.ResultsCommand;
import io.assay.standalone.cli.RunCommand;
import io.assay.standalone.cli.ScoreCommand;
import io.assay.standalone.cli.UpCommand;
import io.assay.standalone.cli.WatchCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Services start only for the commands that need them: see
/// [io.assay.standalone.process.SingleProcess].
@QuarkusMain
@Command(
    name = "assay",
    description = {"Compare models on your own work, live, with error bars.", ""},
    mixinStandardHelpOptions = true,
    version = "assay 0.1.0",
    exitCodeOnInvalidInput = ExitCode.ERROR,
    exitCodeOnExecutionException = ExitCode.ERROR,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, every gate passed",
      "1:an error: nothing was started, or it could not go on",
      "2:a gate failed",
      "3:samples are unsettled, or more failed than the job allows"
    },
    footer = {
      "",
      "Start with: ./assay run examples/quickstart/job.yaml",
      "Run the tests with: ./assay test"
    },
    subcommands = {
      RunCommand.class,
      UpCommand.class,
      JobsCommand.class,
      WatchCommand.class,
      ResultsCommand.class,
      ExportCommand.class,
      CancelCommand.class,
      DeleteCommand.class,
      ImportCommand.class,
      ScoreCommand.class,
      MetricsCommand.class,
      ModelsCommand.class,
      DoctorCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Assay {

  private Assay() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String... args) {
    System.exit(commandLine().execute(args));
  }

  /// The command line, for tests and for [#main].
  public static CommandLine commandLine() {
    var line = new CommandLine(new Assay());
    line.setExecutionExceptionHandler(new io.assay.standalone.cli.Complain());
    line.setUsageHelpAutoWidth(true);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().exitCodeOnInvalidInput(ExitCode.ERROR));
    return line;
  }
}
