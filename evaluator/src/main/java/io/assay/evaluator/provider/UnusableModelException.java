package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;

/// A model cannot be opened. Says what is wrong and how to mend it, and how its prompts end.
public final class UnusableModelException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Completion completion;

  private UnusableModelException(String message, Completion completion) {
    super(message);
    this.completion = completion;
  }

  /// The document describes no model that any worker could call.
  public static UnusableModelException wrongSpec(String message) {
    return new UnusableModelException(message, new Completion.Refused(message));
  }

  /// This worker lacks something: a key, a permission, a library.
  public static UnusableModelException notHere(String message) {
    return new UnusableModelException(message, new Completion.Unavailable(0, message));
  }

  /// How a prompt for it ends.
  public Completion completion() {
    return completion;
  }
}
