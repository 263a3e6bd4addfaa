package io.assay.dashboard.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.duckdb.DuckDBConnection;

/// How far each partition has been read: what makes rows and offsets one.
public final class OffsetTable {

  private OffsetTable() {}

  /// Replaces the offsets of these partitions. Within [Store#write(Store.Work)].
  ///
  /// @param next by partition, the offset of the first record that has not been written
  public static void put(DuckDBConnection connection, Map<TopicPartition, Long> next)
      throws SQLException {
    if (next.isEmpty()) {
      return;
    }
    try (var appender = connection.createAppender("offset_stage")) {
      for (var entry : next.entrySet()) {
        var partition = entry.getKey();
        appender.beginRow().append(partition.topic()).append(partition.partition());
        appender.append(entry.getValue().longValue()).endRow();
      }
    }
    Sql.run(
        connection,
        "DELETE FROM offsets o USING offset_stage s WHERE o.topic = s.topic AND o.part = s.part");
    Sql.run(connection, "INSERT INTO offsets SELECT * FROM offset_stage");
    Sql.run(connection, "DELETE FROM offset_stage");
  }

  /// All offsets that were written.
  public static Map<TopicPartition, Long> all(Store store) {
    return store.read(connection -> {
      var offsets = new HashMap<TopicPartition, Long>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT topic, part, next FROM offsets")) {
        while (rows.next()) {
          offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
        }
      }
      return offsets;
    });
  }
}
