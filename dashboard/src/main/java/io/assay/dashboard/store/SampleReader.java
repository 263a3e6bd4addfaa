package io.assay.dashboard.store;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.SampleKey;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads samples: lists part by part, and one with everything.
public final class SampleReader {

  private static final String COLUMNS =
      """
      SELECT coalesce(s.status, 'PENDING'), o.prompt, o.input, o.input_json, o.input_length,
      o.target, o.output, o.output_length, s.scores, coalesce(s.reason, o.reason), o.detail,
      o.output_id, o.made_at, s.made_at\
      """;

  private static final String DETAIL =
      COLUMNS + SampleQuery.PAIRS + " WHERE o.job = ? AND o.k1 = ? AND o.k2 = ?";

  /// So many rows are read at once where all are.
  private static final int CHUNK = 1000;

  private final Store store;

  /// A reader of a store.
  public SampleReader(Store store) {
    this.store = store;
  }

  /// The part of a list that the filter says.
  public SampleRow.Page page(SampleFilter filter) {
    var query = new SampleQuery(filter);
    return store.read(connection -> {
      connection.setAutoCommit(false); // one view of all three
      var version =
          filter.asOf().isPresent()
              ? filter.asOf().getAsLong()
              : Sql.number(
                  connection,
                  "SELECT coalesce(max(ver), 0) FROM outputs WHERE job = ?",
                  Hashes.job(filter.jobId()));
      long total = Sql.number(connection, query.count(), query.countValues().toArray());
      var rows = new ArrayList<SampleRow>();
      try (var statement = connection.prepareStatement(query.page())) {
        Sql.bind(statement, query.pageValues());
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            rows.add(row(found));
          }
        }
      }
      return new SampleRow.Page(total, filter.offset(), Long.toString(version), rows);
    });
  }

  private static SampleRow row(ResultSet row) throws SQLException {
    return new SampleRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        row.getString(8),
        row.getInt(9),
        row.getString(10),
        scores(row.getArray(11), row.getArray(12)),
        row.getDouble(13),
        row.getString(14));
  }

  private static Map<String, Double> scores(@Nullable Array names, @Nullable Array values)
      throws SQLException {
    var scores = new LinkedHashMap<String, Double>();
    if (names != null && values != null) {
      var name = List.of((Object[]) names.getArray());
      var value = List.of((Object[]) values.getArray());
      for (int i = 0; i < name.size(); i++) {
        scores.put((String) name.get(i), (Double) value.get(i));
      }
    }
    return scores;
  }

  /// One sample with everything; empty if it has no output.
  public Optional<SampleDetail> one(SampleKey key) {
    var hash = Hashes.of(key.text());
    return store.read(connection -> {
      try (var statement = connection.prepareStatement(DETAIL)) {
        Sql.bind(statement, List.of(Hashes.job(key.jobId()), hash.high(), hash.low()));
        try (var row = statement.executeQuery()) {
          return row.next() ? Optional.of(detail(key, row)) : Optional.empty();
        }
      }
    });
  }

  /// Takes one sample after the other.
  @FunctionalInterface
  public interface Taker {
    /// Takes a sample.
    void take(SampleDetail sample) throws IOException;
  }

  /// Hands over all samples that pass the filter, in no order, whatever part of them it wants. What
  /// is written meanwhile may be among them or not.
  public void each(SampleFilter filter, Taker taker) throws IOException {
    long job = Hashes.job(filter.jobId());
    long last =
        store.read(connection ->
            Sql.number(
                connection, "SELECT coalesce(max(rowid), -1) FROM outputs WHERE job = ?", job));
    long next =
        store.read(connection ->
            Sql.number(
                connection, "SELECT coalesce(min(rowid), 0) FROM outputs WHERE job = ?", job));
    for (; next <= last; next += CHUNK) {
      for (SampleDetail sample : chunk(filter, next)) {
        taker.take(sample);
      }
    }
  }

  private List<SampleDetail> chunk(SampleFilter filter, long from) {
    var query = new SampleQuery(filter);
    return store.read(connection -> {
      var found = new ArrayList<SampleDetail>();
      try (var statement =
          connection.prepareStatement(
              COLUMNS + ", o.model, o.task, o.sample, o.epoch" + query.between())) {
        Sql.bind(statement, query.betweenValues(from, from + CHUNK));
        try (var row = statement.executeQuery()) {
          while (row.next()) {
            var key =
                new SampleKey(
                    filter.jobId(),
                    row.getString(15),
                    row.getString(16),
                    row.getString(17),
                    row.getInt(18));
            found.add(detail(key, row));
          }
        }
      }
      return found;
    });
  }

  private static SampleDetail detail(SampleKey key, ResultSet row) throws SQLException {
    var scores = row.getString(9);
    long scoredAt = row.getLong(14);
    boolean scored = !row.wasNull();
    return new SampleDetail(
        key.jobId(),
        key.modelId(),
        key.task(),
        key.sampleId(),
        key.epoch(),
        row.getString(1),
        row.getString(2),
        valid(row.getString(4), row.getString(3)),
        row.getInt(5),
        valid(row.getString(6)),
        row.getString(7),
        row.getInt(8),
        scores == null ? "[]" : scores,
        row.getString(10),
        row.getString(11),
        row.getString(12),
        Instant.ofEpochMilli(row.getLong(13)),
        scored ? Instant.ofEpochMilli(scoredAt) : null);
  }

  private static String valid(@Nullable String json, String text) {
    var value = json == null ? null : valid(json);
    return value == null ? TextNode.valueOf(text).toString() : value;
  }

  /// JSON that was cut is a text.
  private static @Nullable String valid(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      io.assay.contracts.wire.ContractJson.mapper().readTree(json);
      return json;
    } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
      return TextNode.valueOf(json).toString();
    }
  }
}
