package io.assay.producer.support;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Writes Parquet files for tests, by a writer that is not the reader's maker.
public final class ParquetFiles {

  private ParquetFiles() {}

  /// The rows of a query.
  public static void write(Path file, String query) throws SQLException {
    write(file, query, "COMPRESSION snappy");
  }

  /// The rows of a query, in files of a certain kind.
  public static void write(Path file, String query, String options) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet, " + options + ")");
    }
  }
}
