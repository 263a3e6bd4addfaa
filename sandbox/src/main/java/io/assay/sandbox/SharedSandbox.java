package io.assay.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The one sandbox of this process, for services found on the class path.
final class SharedSandbox {

  private SharedSandbox() {}

  static Sandbox get() {
    return Holder.SANDBOX;
  }

  private static final class Holder {
    static final Sandbox SANDBOX = open();

    private static Sandbox open() {
      try {
        Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(sandbox), "sandbox-close"));
        return sandbox;
      } catch (IOException e) {
        throw new UncheckedIOException("the sandbox's scripts cannot be unpacked", e);
      }
    }

    private static void close(Sandbox sandbox) {
      try {
        sandbox.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the sandbox's folder cannot be deleted", e);
      }
    }
  }
}
