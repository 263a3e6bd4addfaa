package io.assay.dashboard.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.CatalogEntry;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.WorkerState;
import io.assay.contracts.wire.ContractJson;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.live.LiveState.GrownCurve;
import io.assay.dashboard.store.CurveTable;
import io.assay.dashboard.store.LatestTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/// What waited, as rows.
///
/// @param rows the last values
/// @param deletedJobs jobs of which nothing shall remain
/// @param snapshots the metrics among the values
/// @param curves their curves that have grown enough to be written
record LatestRows(
    List<LatestTable.Row> rows,
    List<String> deletedJobs,
    List<MetricSnapshot> snapshots,
    List<GrownCurve> curves) {

  static LatestRows of(Pending.Waiting waiting, LiveState live) {
    var rows = new ArrayList<LatestTable.Row>();
    var deleted = new ArrayList<String>();
    var snapshots = new ArrayList<MetricSnapshot>();
    waiting
        .values()
        .forEach((key, event) -> {
          rows.add(row(key, event));
          if (event.isEmpty() && key.type() == EventType.JOB) {
            deleted.add(key.text());
          }
          if (event.orElse(null) instanceof MetricSnapshot snapshot) {
            snapshots.add(snapshot);
          }
        });
    return new LatestRows(rows, deleted, snapshots, live.grownCurves(snapshots));
  }

  private static LatestTable.Row row(Pending.Key key, Optional<Event> event) {
    var job = event.map(LatestRows::job).orElse("");
    return new LatestTable.Row(
        key.type(), key.text(), job, event.map(LatestRows::json).orElse(null));
  }

  private static String job(Event event) {
    return switch (event) {
      case Job job -> job.jobId();
      case Checkpoint checkpoint -> checkpoint.jobId();
      case Progress progress -> progress.jobId();
      case MetricSnapshot snapshot -> snapshot.jobId();
      case CatalogEntry _, Prompt _, Output _, Candidate _, Score _, DeadLetter _, WorkerState _ ->
          "";
    };
  }

  private static String json(Event event) {
    try {
      return ContractJson.mapper()
          .writeValueAsString(event instanceof MetricSnapshot metric ? slim(metric) : event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event " + event.recordKey() + " is no JSON", e);
    }
  }

  /// Replicates are many and shown nowhere.
  private static MetricSnapshot slim(MetricSnapshot full) {
    return new MetricSnapshot(
        full.jobId(),
        full.modelId(),
        full.task(),
        full.slice(),
        full.name(),
        full.signature(),
        full.value(),
        full.low(),
        full.high(),
        full.level(),
        full.method(),
        full.n(),
        full.missing(),
        full.possibleLow(),
        full.possibleHigh(),
        full.higherIsBetter(),
        null,
        full.last(),
        full.at());
  }

  void write(DuckDBConnection connection) throws SQLException {
    LatestTable.put(connection, rows);
    CurveTable.put(
        connection,
        curves.stream()
            .map(curve -> new CurveTable.Row(curve.jobId(), curve.key(), curve.points()))
            .toList());
    for (var job : deletedJobs) {
      LatestTable.forget(connection, job);
    }
  }
}
