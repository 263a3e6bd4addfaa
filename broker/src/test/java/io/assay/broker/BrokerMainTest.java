package io.assay.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The broker as a process of its own.
class BrokerMainTest {

  @TempDir Path folder;

  private static Process run(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BrokerMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void printsItsAddressServesAndStopsOnSigterm() throws Exception {
    var process = run("--data-dir", folder.toString(), "--port", "0");
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var line = out.readLine();
      assertThat(line).startsWith("bootstrap.servers=127.0.0.1:");
      var address = line.substring(line.indexOf('=') + 1);
      try (var admin = Admin.create(java.util.Map.of("bootstrap.servers", address))) {
        assertThat(admin.describeCluster().nodes().get()).hasSize(1);
      }

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    EmbeddedBroker.start(folder).close();
  }

  @Test
  void wrongArgumentsEndItWithStatusTwo() throws Exception {
    assertThat(run("--port", "0").waitFor()).isEqualTo(2);
    assertThat(run("--data-dir", folder.toString(), "--port", "x").waitFor()).isEqualTo(2);
    assertThat(run("--folder", folder.toString()).waitFor()).isEqualTo(2);
  }
}
