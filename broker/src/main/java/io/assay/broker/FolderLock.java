package io.assay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One broker per folder. The operating system drops the lock when its holder dies, so a crash
/// leaves nothing to clean up; the file's text only says who holds it.
final class FolderLock implements AutoCloseable {

  /// Locked far behind the text: some systems make a locked region unreadable to others.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /// @throws BrokerStartException when another broker holds the folder, or it cannot be written
  static FolderLock take(Path folder) {
    var path = folder.resolve("broker.lock");
    try {
      Files.createDirectories(folder);
      var file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (locked(file)) {
        return new FolderLock(file);
      }
      file.close();
    } catch (IOException e) {
      throw new BrokerStartException(
          "The broker's folder %s cannot be written (%s): choose another or mend its permissions."
              .formatted(folder.toAbsolutePath(), e),
          e);
    }
    throw new BrokerStartException(
        "The broker's folder %s is in use by %s: stop that one, or choose another folder."
            .formatted(folder.toAbsolutePath(), holder(path)));
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      return file.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (OverlappingFileLockException _) { // held by this JVM
      return false;
    }
  }

  /// Writes who holds the lock, for the message that the next one gets.
  void sign(String bootstrapServers) throws IOException {
    var since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var text =
        "process %d, which listens on %s since %s"
            .formatted(ProcessHandle.current().pid(), bootstrapServers, since);
    file.truncate(0);
    file.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
    file.force(false);
  }

  private static String holder(Path path) {
    try {
      var text = Files.readString(path, UTF_8).strip();
      return text.isEmpty() ? "another process that is just starting" : text;
    } catch (IOException _) {
      return "another process";
    }
  }

  @Override
  public void close() throws IOException {
    file.close(); // releases the lock
  }
}
