package io.assay.scorer.aggregate;

import io.assay.contracts.event.Score;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record that is in no table.
///
/// @param entry the record
/// @param cause why, in words
record Rejected(ConsumerRecord<String, Score> entry, String cause) {}
