package io.assay.dashboard.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// How metrics settled: the points of each curve, as JSON, by the metric's record key.
public final class CurveTable {

  /// A row.
  ///
  /// @param job the job
  /// @param key the metric's record key
  /// @param points the points as JSON
  public record Row(String job, String key, String points) {}

  private CurveTable() {}

  /// Replaces these curves. Within [Store#write(Store.Work)].
  public static void put(DuckDBConnection connection, Collection<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var appender = connection.createAppender("curve_stage")) {
      for (var row : rows) {
        appender.beginRow().append(row.job()).append(row.key()).append(row.points()).endRow();
      }
    }
    Sql.run(
        connection,
        "DELETE FROM curves c USING curve_stage s WHERE c.job = s.job AND c.key = s.key");
    Sql.run(connection, "INSERT INTO curves SELECT * FROM curve_stage");
    Sql.run(connection, "DELETE FROM curve_stage");
  }

  /// The curves of a job, by the metric's record key.
  public static Map<String, String> of(Store store, String jobId) {
    return store.read(connection -> {
      var found = new HashMap<String, String>();
      try (var statement =
          connection.prepareStatement("SELECT key, points FROM curves WHERE job = ?")) {
        statement.setString(1, jobId);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            found.put(rows.getString(1), rows.getString(2));
          }
        }
      }
      return found;
    });
  }
}
