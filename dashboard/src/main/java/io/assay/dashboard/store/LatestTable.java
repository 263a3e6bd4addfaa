package io.assay.dashboard.store;

import io.assay.contracts.wire.EventType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The last word of each compacted topic by its record key: jobs, checkpoints, progress, metrics,
/// model cards.
public final class LatestTable {

  /// A row.
  ///
  /// @param kind what it is
  /// @param key the record's key
  /// @param job the job that it belongs to; empty for model cards
  /// @param json the event; absent where it was deleted
  public record Row(EventType kind, String key, String job, @Nullable String json) {}

  private LatestTable() {}

  /// Replaces these rows. Within [Store#write(Store.Work)].
  ///
  /// @param rows at most one of a kind and key
  public static void put(DuckDBConnection connection, Collection<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var appender = connection.createAppender("latest_stage")) {
      for (var row : rows) {
        appender.beginRow().append(row.kind().name()).append(row.key()).append(row.job());
        OutputTable.orNull(appender, row.json());
        appender.endRow();
      }
    }
    Sql.run(
        connection,
        "DELETE FROM latest l USING latest_stage s WHERE l.kind = s.kind AND l.key = s.key");
    Sql.run(connection, "INSERT INTO latest SELECT * FROM latest_stage WHERE value IS NOT NULL");
    Sql.run(connection, "DELETE FROM latest_stage");
  }

  /// All rows of a kind.
  public static List<Row> all(Store store, EventType kind) {
    return store.read(connection -> {
      var found = new ArrayList<Row>();
      try (var statement =
          connection.prepareStatement("SELECT key, job, value FROM latest WHERE kind = ?")) {
        statement.setString(1, kind.name());
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            found.add(new Row(kind, rows.getString(1), rows.getString(2), rows.getString(3)));
          }
        }
      }
      return found;
    });
  }

  /// Removes all that belongs to a job. Within [Store#write(Store.Work)].
  public static void forget(DuckDBConnection connection, String jobId) throws SQLException {
    Sql.run(connection, "DELETE FROM latest WHERE job = ?", jobId);
    Sql.run(connection, "DELETE FROM curves WHERE job = ?", jobId);
    Sql.run(connection, "DELETE FROM outputs WHERE job = ?", Hashes.job(jobId));
    Sql.run(connection, "DELETE FROM scores WHERE job = ?", Hashes.job(jobId));
  }
}
