package io.assay.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The broker as a process of its own: `java -jar assay-broker.jar --data-dir DIR [--port N]`.
///
/// Prints `bootstrap.servers=HOST:PORT` as its only line on standard output when it takes requests,
/// and runs until it gets SIGTERM or SIGINT. Exit status: 0 stopped, 1 did not start or gave up, 2
/// wrong arguments.
public final class BrokerMain {

  private static final String USAGE =
      """
      Usage: java -jar assay-broker.jar --data-dir DIR [--port PORT]
        --data-dir DIR  the folder that keeps the data; made if absent
        --port PORT     of 127.0.0.1 (default 9092; 0 takes a free one)
      """;

  private static final Set<String> OPTIONS = Set.of("--data-dir", "--port");

  /// Kept here: java.util.logging holds loggers weakly and would forget their levels.
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("kafka"),
          Logger.getLogger("state.change.logger"));

  private BrokerMain() {}

  /// Runs until it is told to stop.
  ///
  /// @param args see the usage text
  public static void main(String[] args) throws InterruptedException {
    if (List.of(args).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.print(e.getMessage() + "\n" + USAGE);
      System.exit(2);
      return;
    }
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    run(arguments);
  }

  private static void run(Arguments arguments) throws InterruptedException {
    try {
      var broker =
          EmbeddedBroker.start(
              arguments.dataDir, arguments.port, _ -> Runtime.getRuntime().halt(1));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
      System.out.println("bootstrap.servers=" + broker.bootstrapServers());
      new CountDownLatch(1).await();
    } catch (BrokerStartException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private record Arguments(Path dataDir, int port) {

    static Arguments parse(String[] args) {
      Map<String, String> given = new HashMap<>();
      for (int i = 0; i < args.length; i += 2) {
        if (!OPTIONS.contains(args[i])) {
          throw new IllegalArgumentException("Unknown option " + args[i]);
        }
        if (i + 1 == args.length) {
          throw new IllegalArgumentException("The option " + args[i] + " needs a value");
        }
        given.put(args[i], args[i + 1]);
      }
      var folder = given.get("--data-dir");
      if (folder == null) {
        throw new IllegalArgumentException("The option --data-dir is missing");
      }
      return new Arguments(Path.of(folder), port(given.getOrDefault("--port", "9092")));
    }

    private static int port(String text) {
      try {
        int port = Integer.parseInt(text);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException _) {
        // worded below
      }
      throw new IllegalArgumentException("--port is " + text + ", must be 0 to 65535");
    }
  }
}
