package io.assay.broker;

import java.nio.file.Path;
import java.util.Properties;

/// The broker's properties: one node, small memory, low latency, data kept until a topic says
/// otherwise.
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String HOST = "127.0.0.1";
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /// Kafka's upper bound; also what the design counts on.
  private static final int RECORD_LOCKS_PER_PARTITION = 4000;

  private static final int INTERNAL_PARTITIONS = 4;

  private BrokerSettings() {}

  /// @param killed whether the folder's last broker ended without a farewell
  static Properties of(Path logFolder, Ports ports, boolean killed) {
    var p = new Properties();
    node(p, logFolder, ports);
    internalTopics(p);
    groups(p);
    shareGroups(p);
    retention(p);
    patience(p, killed);
    resources(p);
    return p;
  }

  private static void node(Properties p, Path logFolder, Ports ports) {
    p.put("process.roles", "broker,controller");
    p.put("node.id", String.valueOf(NODE_ID));
    // A static quorum persists no port, so ports may differ from start to start.
    p.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + ports.controller());
    p.put(
        "listeners",
        "PLAINTEXT://%s:%d,%s://%s:%d"
            .formatted(HOST, ports.broker(), CONTROLLER_LISTENER, HOST, ports.controller()));
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + ports.broker());
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("controller.listener.names", CONTROLLER_LISTENER);
    p.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    p.put("log.dirs", logFolder.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
  }

  private static void internalTopics(Properties p) {
    var partitions = String.valueOf(INTERNAL_PARTITIONS);
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", partitions);
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", partitions);
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", partitions);
  }

  private static void groups(Properties p) {
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("group.coordinator.threads", "1");
    p.put("group.consumer.assignment.interval.ms", "0");
    p.put("group.streams.assignment.interval.ms", "0");
    p.put("share.coordinator.threads", "1");
  }

  /// A member of a share group gets its first record one heartbeat after it joined, and a dead one
  /// is noticed after the session: Kafka's defaults (5 s, 45 s) are made for large clusters.
  private static void shareGroups(Properties p) {
    p.put("group.share.heartbeat.interval.ms", "500");
    p.put("group.share.min.heartbeat.interval.ms", "200");
    p.put("group.share.session.timeout.ms", "10000");
    p.put("group.share.min.session.timeout.ms", "2000");
    p.put("group.share.assignment.interval.ms", "0"); // default 1 s between two joins
    p.put("group.share.max.size", "1000");
    p.put("group.share.min.record.lock.duration.ms", "1000");
    p.put("group.share.partition.max.record.locks", String.valueOf(RECORD_LOCKS_PER_PARTITION));
  }

  /// A folder that was left alone for a month must not have forgotten anything.
  private static void retention(Properties p) {
    p.put("log.retention.ms", "-1");
    p.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
  }

  /// A starved machine is slow, not broken: there is no other broker to take over, and one that its
  /// own controller took for dead loses the locks of all that it handed out. But a broker that was
  /// killed can register again only when the session of its former life has ended.
  private static void patience(Properties p, boolean killed) {
    p.put("broker.session.timeout.ms", killed ? "8000" : "60000");
    p.put("share.coordinator.write.timeout.ms", "30000");
  }

  private static void resources(Properties p) {
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("num.replica.fetchers", "1");
    p.put("num.recovery.threads.per.data.dir", "1");
    p.put("queued.max.requests", "100");
    p.put("log.cleaner.threads", "1");
    p.put("log.cleaner.dedupe.buffer.size", "16777216");
    p.put("log.segment.bytes", "268435456");
    p.put("log.index.size.max.bytes", "1048576");
  }
}
