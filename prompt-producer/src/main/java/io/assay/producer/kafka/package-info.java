/// The edge to Kafka: reading topics to their ends, writing events, and what becomes of records
/// that cannot be read. Start at [io.assay.producer.kafka.TopicReader]. No decision is made here.
@NullMarked
package io.assay.producer.kafka;

import org.jspecify.annotations.NullMarked;
