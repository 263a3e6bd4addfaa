package io.assay.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// The two ports of the node.
record Ports(int broker, int controller) {

  /// @param wanted the broker's port, 0 for a free one
  /// @throws BrokerStartException when the wanted port is taken
  static Ports choose(int wanted) {
    try (var broker = bind(wanted);
        var controller = bind(0)) {
      return new Ports(broker.getLocalPort(), controller.getLocalPort());
    } catch (IOException e) {
      throw new BrokerStartException(
          "Port %d of %s cannot be opened (%s): choose another, or 0 for a free one."
              .formatted(wanted, BrokerSettings.HOST, e.getMessage()),
          e);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(BrokerSettings.HOST), port));
    return socket;
  }
}
