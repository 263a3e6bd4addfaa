package io.assay.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The database. Writes come one after the other, each a transaction; reads run beside them and see
/// the last finished one. Safe for use by several threads.
public final class Store implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Store.class);

  /// How it is opened.
  ///
  /// @param file where it is kept; in memory alone if absent
  /// @param memoryLimit as DuckDB writes it, `256MB`
  /// @param threads threads of one query
  public record Settings(Optional<StoreFile> file, String memoryLimit, int threads) {}

  /// Something to do with a connection.
  ///
  /// @param <T> what it gives back
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /// Does it.
    T on(DuckDBConnection connection) throws SQLException;
  }

  private final DuckDBConnection writer;
  private final ReentrantLock writing = new ReentrantLock();
  private long version;

  private Store(DuckDBConnection writer, long version) {
    this.writer = writer;
    this.version = version;
  }

  /// Opens the database; one that is damaged, of another version, or made from another Kafka
  /// cluster is deleted and begun anew.
  ///
  /// @param source which topics it is a view of
  /// @throws StoreException where another process uses it, or its folder cannot be written
  public static Store open(Settings settings, String source) {
    var file = settings.file();
    file.ifPresent(StoreFile::makeFolder);
    try {
      return opened(settings, source);
    } catch (SQLException | StaleStoreException e) {
      var present = file.orElseThrow(() -> new StoreException("DuckDB does not start: " + e, e));
      present.refuseIfInUse(e);
      LOG.infof(
          "The view in %s is rebuilt from the topics: %s",
          present.path(), firstLine(e.getMessage()));
      present.delete();
      return reopened(settings, source);
    }
  }

  private static Store reopened(Settings settings, String source) {
    try {
      return opened(settings, source);
    } catch (SQLException | StaleStoreException e) {
      throw new StoreException(
          "The dashboard's store cannot be made: "
              + firstLine(e.getMessage())
              + ". Set assay.dashboard.store to a file that can be written.",
          e);
    }
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  private static Store opened(Settings settings, String source)
      throws SQLException, StaleStoreException {
    var properties = new Properties();
    properties.put("memory_limit", settings.memoryLimit());
    properties.put("threads", Integer.toString(settings.threads()));
    var path = settings.file().map(file -> file.path().toString()).orElse("");
    // Not by DriverManager, which refuses drivers of another class loader than the caller's.
    var connection =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + path, properties);
    try {
      prepare(connection, source);
      return new Store(connection, lastVersion(connection));
    } catch (SQLException | StaleStoreException e) {
      connection.close();
      throw e;
    }
  }

  private static void prepare(Connection connection, String source)
      throws SQLException, StaleStoreException {
    if (!hasTables(connection)) {
      create(connection, source);
    }
    check(connection, source);
    for (var stage : Schema.STAGES) {
      Sql.run(connection, stage);
    }
    connection.setAutoCommit(false);
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT count(*) FROM duckdb_tables() WHERE NOT temporary") > 0;
  }

  private static void create(Connection connection, String source) throws SQLException {
    connection.setAutoCommit(false);
    for (var table : Schema.TABLES) {
      Sql.run(connection, table);
    }
    Sql.run(connection, "INSERT INTO about VALUES (?, ?)", Schema.VERSION, source);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void check(Connection connection, String source)
      throws SQLException, StaleStoreException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT version, source FROM about")) {
      if (!row.next() || row.getInt(1) != Schema.VERSION) {
        throw new StaleStoreException("its tables are not those of this version");
      }
      if (!source.equals(row.getString(2))) {
        throw new StaleStoreException("it was made from the topics of another Kafka cluster");
      }
    }
  }

  private static long lastVersion(Connection connection) throws SQLException {
    return Sql.number(
        connection,
        "SELECT greatest(coalesce((SELECT max(ver) FROM outputs), 0),"
            + " coalesce((SELECT max(ver) FROM scores), 0))");
  }

  /// Does all of the work in one transaction, or none of it.
  ///
  /// @throws StoreException where it failed; nothing was written
  public void write(Work<?> work) {
    writing.lock();
    try {
      work.on(writer);
      writer.commit();
    } catch (SQLException e) {
      rollback(e);
      throw new StoreException("The dashboard's store could not be written: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      rollback(e);
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private void rollback(Exception cause) {
    try {
      writer.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// A number for the rows of the running write, greater than all before. Only within
  /// [#write(Work)].
  long nextVersion() {
    if (!writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a version is only given within a write");
    }
    return ++version;
  }

  /// Reads what has been written so far.
  ///
  /// @throws StoreException where it failed
  public <T extends @Nullable Object> T read(Work<T> work) {
    try (var reader = writer.duplicate()) {
      return work.on(reader);
    } catch (SQLException e) {
      throw new StoreException("The dashboard's store could not be read: " + e.getMessage(), e);
    }
  }

  /// Ends it; what was written is on disk.
  @Override
  public void close() {
    writing.lock();
    try {
      writer.close();
    } catch (SQLException e) {
      LOG.warn(
          "The dashboard's store was not closed in order; it is recovered at the next start", e);
    } finally {
      writing.unlock();
    }
  }
}
