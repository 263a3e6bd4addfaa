/// A real Kafka broker inside this JVM. Start reading at [io.assay.broker.EmbeddedBroker], then
/// [io.assay.broker.BrokerMain] (the same broker as a process of its own).
///
/// A newcomer would wrongly assume that this is a test double: it is Apache Kafka's own server
/// (KRaft, one node that is broker and controller), and its folder survives restarts. It listens on
/// the loopback address only and creates no topic by itself.
///
/// Kafka logs much at INFO. It logs through SLF4J; keep it down where the logging is configured. In
/// Quarkus: `quarkus.log.category."org.apache.kafka".level=WARN`, the same for `kafka`,
/// `org.apache.kafka.common.config` and `state.change.logger`. With java.util.logging: the same
/// names, set to `WARNING`. `BrokerMain` does that by itself.
@NullMarked
package io.assay.broker;

import org.jspecify.annotations.NullMarked;
