package io.assay.standalone.cli;

import io.assay.standalone.client.AssayException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into words on standard error: an expected failure in its own words, a bug
/// with its stack trace.
public final class Complain implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception problem, CommandLine line, ParseResult parsed) {
    if (problem instanceof AssayException) {
      line.getErr().println("assay: " + problem.getMessage());
    } else {
      line.getErr().println("assay: this is a bug, please report it:");
      problem.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return ExitCode.ERROR;
  }
}
