package io.assay.dashboard.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.wire.ContractJson;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.store.CurveTable;
import io.assay.dashboard.store.LatestTable;
import io.assay.dashboard.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Store → live state, at the start.
final class Restored {

  private Restored() {}

  static void into(LiveState live, Store store) {
    each(store, EventType.JOB, Job.class, live::take);
    each(store, EventType.CHECKPOINT, Checkpoint.class, live::take);
    each(store, EventType.PROGRESS, Progress.class, live::take);
    var curves = new HashMap<String, Map<String, String>>();
    each(
        store,
        EventType.METRIC,
        MetricSnapshot.class,
        snapshot ->
            live.restore(
                snapshot,
                curves
                    .computeIfAbsent(snapshot.jobId(), job -> CurveTable.of(store, job))
                    .get(snapshot.recordKey())));
  }

  private static <E extends Event> void each(
      Store store, EventType type, Class<E> event, Consumer<E> take) {
    for (var row : LatestTable.all(store, type)) {
      take.accept(parse(row, event));
    }
  }

  private static <E extends Event> E parse(LatestTable.Row row, Class<E> event) {
    try {
      return ContractJson.mapper().readValue(row.json(), event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The dashboard's store holds a "
              + row.kind()
              + " "
              + row.key()
              + " that cannot be read. Delete the store: it is rebuilt.",
          e);
    }
  }
}
