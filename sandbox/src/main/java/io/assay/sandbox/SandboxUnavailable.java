package io.assay.sandbox;

/// A sandbox cannot be had. The message says why, for whoever runs the machine.
final class SandboxUnavailable extends Exception {

  private static final long serialVersionUID = 1;

  SandboxUnavailable(String message) {
    super(message);
  }
}
