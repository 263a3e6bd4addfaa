package io.assay.evaluator;

import com.fasterxml.jackson.databind.ObjectReader;
import io.assay.contracts.event.Job;
import io.assay.contracts.wire.ContractJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// job → cancelled calls. Every worker reads all jobs from the beginning, outside any group.
@ApplicationScoped
public class JobHandler {

  static final String JOBS = "evaluator-jobs";

  private static final ObjectReader READER = ContractJson.mapper().readerFor(Job.class);

  private final Cancellations cancellations;
  private final DeadLetters deadLetters;

  JobHandler(Cancellations cancellations, DeadLetters deadLetters) {
    this.cancellations = cancellations;
    this.deadLetters = deadLetters;
  }

  @Incoming(JOBS)
  @RunOnVirtualThread
  void handle(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return; // a job that was removed
    }
    try {
      Job job = READER.readValue(record.value());
      if (job.cancelled()) {
        cancellations.cancel(job.jobId());
      }
    } catch (IOException e) {
      deadLetters.publish(record, "the record is no job: " + e.getMessage());
    }
  }
}
