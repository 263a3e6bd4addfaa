package io.assay.tasks.translation;

/// Texts are so long that comparing them would not end in reasonable time or memory. The message
/// says how long they are and for what.
public final class TooLong extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public TooLong(String message) {
    super(message);
  }
}
