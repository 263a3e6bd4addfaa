package io.assay.dashboard.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Output;
import io.assay.contracts.wire.ContractJson;
import java.sql.SQLException;
import java.util.Collection;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Outputs by sample key: a newer one replaces.
public final class OutputTable {

  private final Store store;
  private final Texts texts;

  /// @param maxText how many characters of a text are kept
  public OutputTable(Store store, int maxText) {
    this.store = store;
    this.texts = new Texts(maxText);
  }

  /// Replaces the rows of these outputs. Within [Store#write(Store.Work)].
  ///
  /// @param outputs at most one of a sample key
  public void put(DuckDBConnection connection, Collection<Output> outputs) throws SQLException {
    if (outputs.isEmpty()) {
      return;
    }
    long version = store.nextVersion();
    try (var appender = connection.createAppender("output_stage")) {
      for (var output : outputs) {
        append(appender, output, version);
      }
    }
    Sql.run(
        connection,
        "DELETE FROM outputs o USING output_stage s WHERE o.job = s.job AND o.k1 = s.k1 AND o.k2 ="
            + " s.k2");
    Sql.run(connection, "INSERT INTO outputs SELECT * FROM output_stage");
    Sql.run(connection, "DELETE FROM output_stage");
  }

  private void append(DuckDBAppender row, Output output, long version) throws SQLException {
    var key = output.key();
    var hash = Hashes.of(key.text());
    var sample = output.prompt().sample();
    var input = texts.display(sample.input());
    var said = OutputText.of(output.completion(), texts);
    row.beginRow()
        .append(Hashes.job(key.jobId()))
        .append(hash.high())
        .append(hash.low())
        .append(version)
        .append(output.outputId())
        .append(key.modelId())
        .append(key.task())
        .append(key.sampleId())
        .append(key.epoch());
    row.append(texts.cut(input)).append(Texts.length(input));
    orNull(row, sample.input().isTextual() ? null : texts.cut(json(sample.input())));
    orNull(row, target(sample.target()));
    row.append(json(texts.cut(output.prompt().request())));
    orNull(row, said.text());
    row.append(said.length());
    orNull(row, said.reason());
    row.append(output.timing().call());
    row.append(json(OutputDetail.of(output, said, texts)));
    row.append(sample.slices());
    row.append(output.at().toEpochMilli()).endRow();
  }

  private @Nullable String target(@Nullable JsonNode target) {
    return target == null || target.isNull() ? null : texts.cut(json(target));
  }

  static void orNull(DuckDBAppender row, @Nullable String value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      row.append(value);
    }
  }

  static String json(Object value) {
    try {
      return ContractJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a " + value.getClass() + " is no JSON", e);
    }
  }
}
