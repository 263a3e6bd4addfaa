package io.assay.evaluator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectReader;
import io.assay.contracts.event.WorkerState;
import io.assay.contracts.wire.ContractJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// worker → membership. Every worker hears of all, outside any group.
@ApplicationScoped
public class WorkerHandler {

  static final String WORKERS = "evaluator-workers";

  private static final Logger LOG = Logger.getLogger(WorkerHandler.class);
  private static final ObjectReader READER = ContractJson.mapper().readerFor(WorkerState.class);

  private final Membership membership;

  WorkerHandler(Membership membership) {
    this.membership = membership;
  }

  @Incoming(WORKERS)
  @RunOnVirtualThread
  void handle(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      membership.left(new String(record.key(), UTF_8));
      return;
    }
    try {
      membership.heard(READER.readValue(record.value()));
    } catch (IOException e) {
      // The next one comes in two seconds: no dead letter for what says nothing of any sample.
      LOG.warnf("A record of %s is no worker: %s", record.topic(), e.getMessage());
    }
  }
}
