package io.assay.producer.job;

import io.assay.contracts.event.WorkerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// worker → which pools are served, and which models give no answers. Safe for use by several
/// threads.
@ApplicationScoped
public class ServedPools {

  private final Map<String, Heard> workers = new ConcurrentHashMap<>();

  private record Heard(List<String> pools, List<WorkerState.Outage> outages, Instant at) {}

  @Incoming("producer-workers")
  void handle(ConsumerRecord<String, WorkerState> record) {
    if (record.value() == null) {
      workers.remove(record.key());
    } else {
      heard(record.value(), Instant.now());
    }
  }

  /// A worker has said that it is alive. What it said long ago says nothing.
  void heard(WorkerState state, Instant now) {
    if (state.at().plus(WorkerState.LOST_AFTER).isAfter(now)) {
      workers.put(state.worker(), new Heard(state.pools(), state.outages(), now));
    }
  }

  /// The models of a job that give some worker no answers, each once.
  public List<WorkerState.Outage> outages(String jobId, Instant now) {
    var lost = now.minus(WorkerState.LOST_AFTER);
    var byModel = new TreeMap<String, WorkerState.Outage>();
    workers.values().stream()
        .filter(heard -> heard.at().isAfter(lost))
        .flatMap(heard -> heard.outages().stream())
        .filter(outage -> outage.jobs().contains(jobId))
        .forEach(outage ->
            byModel.merge(outage.model(), outage, (a, b) -> a.since().isBefore(b.since()) ? a : b));
    return List.copyOf(byModel.values());
  }

  /// Whether some worker that is alive takes a pool's prompts.
  public boolean serves(String pool, Instant now) {
    var lost = now.minus(WorkerState.LOST_AFTER);
    return workers.values().stream()
        .anyMatch(heard -> heard.at().isAfter(lost) && heard.pools().contains(pool));
  }
}
