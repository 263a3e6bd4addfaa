package io.assay.dashboard.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Score;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Scores by sample key: a newer one replaces. Each names the output that it judged.
public final class ScoreTable {

  private static final int MAX_EXPLANATION = 8_000;

  private final Store store;
  private final Texts texts = new Texts(MAX_EXPLANATION);

  /// A metric's judgement of one sample as it is kept.
  ///
  /// @param name what results call the metric
  /// @param metric which metric it is
  /// @param value the sample's own value, if the metric has one
  /// @param explanation why
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Kept(String name, String metric, @Nullable Double value, @Nullable String explanation) {}

  /// A table in a store.
  public ScoreTable(Store store) {
    this.store = store;
  }

  /// Replaces the rows of these scores. Within [Store#write(Store.Work)].
  ///
  /// @param scores at most one of a sample key
  public void put(DuckDBConnection connection, Collection<Score> scores) throws SQLException {
    if (scores.isEmpty()) {
      return;
    }
    long version = store.nextVersion();
    try (var appender = connection.createAppender("score_stage")) {
      for (var score : scores) {
        append(appender, score, version);
      }
    }
    Sql.run(
        connection,
        "DELETE FROM scores o USING score_stage s WHERE o.job = s.job AND o.k1 = s.k1 AND o.k2 ="
            + " s.k2");
    Sql.run(connection, "INSERT INTO scores SELECT * FROM score_stage");
    Sql.run(connection, "DELETE FROM score_stage");
  }

  private void append(DuckDBAppender row, Score score, long version) throws SQLException {
    var hash = Hashes.of(score.key().text());
    var valued = score.contributions().stream().filter(c -> c.value() != null).toList();
    row.beginRow()
        .append(Hashes.job(score.key().jobId()))
        .append(hash.high())
        .append(hash.low())
        .append(version)
        .append(score.outputId())
        .append(score.status().name())
        .append(valued.stream().map(c -> c.metric().name()).toList())
        .append(values(valued))
        .append(OutputTable.json(score.contributions().stream().map(this::kept).toList()));
    OutputTable.orNull(row, score.reason());
    row.append(score.at().toEpochMilli()).endRow();
  }

  private static double[] values(List<Contribution> valued) {
    return valued.stream()
        .map(Contribution::value)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private Kept kept(Contribution contribution) {
    var explanation = contribution.explanation();
    return new Kept(
        contribution.metric().name(),
        contribution.metric().metric(),
        contribution.value(),
        explanation == null ? null : texts.cut(explanation));
  }
}
