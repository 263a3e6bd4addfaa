package io.assay.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final TopicPartition PARTITION = new TopicPartition("t", 3);

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsThereAfterAReopening() {
    try (var store = open("cluster")) {
      store.write(connection -> put(connection, 5));
      store.write(connection -> put(connection, 7));
    }
    try (var store = open("cluster")) {
      assertThat(OffsetTable.all(store)).isEqualTo(Map.of(PARTITION, 7L));
    }
  }

  @Test
  void aFailedWriteLeavesNothing() {
    try (var store = open("cluster")) {
      assertThatThrownBy(() ->
              store.write(connection -> {
                put(connection, 5);
                throw new SQLException("disk full");
              }))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("disk full");
      assertThat(OffsetTable.all(store)).isEmpty();
      store.write(connection -> put(connection, 6));
      assertThat(OffsetTable.all(store)).isEqualTo(Map.of(PARTITION, 6L));
    }
  }

  @Test
  void readsDoNotSeeARunningWrite() {
    try (var store = open("cluster")) {
      store.write(connection -> {
        put(connection, 5);
        assertThat(OffsetTable.all(store)).isEmpty();
        return null;
      });
      assertThat(OffsetTable.all(store)).hasSize(1);
    }
  }

  @Test
  void aDamagedFileIsRebuilt() throws IOException {
    Files.writeString(file().path(), "this is no database ".repeat(1000));
    assertRebuilt("cluster");
  }

  @Test
  void theTruncatedFileOfADeadProcessIsRebuilt() throws IOException {
    try (var store = open("cluster")) {
      store.write(connection -> put(connection, 5));
    }
    var bytes = Files.readAllBytes(file().path());
    Files.write(file().path(), java.util.Arrays.copyOf(bytes, bytes.length / 3));
    assertRebuilt("cluster");
  }

  @Test
  void aStoreOfAnotherVersionIsRebuilt() throws SQLException {
    open("cluster").close();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file().path());
        var statement = connection.createStatement()) {
      statement.execute("UPDATE about SET version = -1");
    }
    assertRebuilt("cluster");
  }

  @Test
  void aStoreOfAnotherClusterIsRebuilt() {
    try (var store = open("cluster")) {
      store.write(connection -> put(connection, 5));
    }
    assertRebuilt("another");
  }

  @Test
  void withoutAFileItIsHeldInMemory() {
    try (var store = Store.open(new Store.Settings(Optional.empty(), "64MB", 1), "cluster")) {
      store.write(connection -> put(connection, 5));
      assertThat(OffsetTable.all(store)).hasSize(1);
    }
  }

  private void assertRebuilt(String source) {
    try (var store = open(source)) {
      assertThat(OffsetTable.all(store)).isEmpty();
      store.write(connection -> put(connection, 9));
      assertThat(OffsetTable.all(store)).isEqualTo(Map.of(PARTITION, 9L));
    }
  }

  private static Object put(org.duckdb.DuckDBConnection connection, long next) throws SQLException {
    OffsetTable.put(connection, Map.of(PARTITION, next));
    return next;
  }

  private StoreFile file() {
    return new StoreFile(folder.resolve("view.duckdb"));
  }

  private Store open(String source) {
    return Store.open(new Store.Settings(Optional.of(file()), "64MB", 1), source);
  }
}
