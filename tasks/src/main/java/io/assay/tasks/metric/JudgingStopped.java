package io.assay.tasks.metric;

/// The process is being stopped in the middle of a judgement. It says nothing about sample or
/// answer: whoever judges must settle nothing, so that another process judges them.
public final class JudgingStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JudgingStopped(String message) {
    super(message);
  }
}
