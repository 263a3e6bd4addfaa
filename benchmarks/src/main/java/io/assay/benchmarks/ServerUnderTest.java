package io.assay.benchmarks;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.InvalidDocument;
import io.assay.standalone.client.JobView;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The single process as a child: its time, its CPU and its memory are seen from outside.
final class ServerUnderTest implements AutoCloseable {

  private final Process process;
  private final AssayClient client;
  private final double startSeconds;

  private ServerUnderTest(Process process, AssayClient client, double startSeconds) {
    this.process = process;
    this.client = client;
    this.startSeconds = startSeconds;
  }

  /// What one job took.
  record Figures(long samples, double seconds, double cpuSeconds) {}

  static ServerUnderTest start(Path home, Path work, boolean profile)
      throws IOException, InterruptedException {
    return start(home, work, profile, Map.of());
  }

  /// @param environment variables that it sees beside this process' own
  static ServerUnderTest start(
      Path home, Path work, boolean profile, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<String>();
    command.add(home.resolve("assay").toString());
    command.addAll(
        List.of(
            "up", "--port", Integer.toString(port), "--data-dir", work.resolve("data").toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(work.resolveSibling(work.getFileName() + ".log").toFile());
    builder.environment().putAll(environment);
    if (profile) {
      String recording = work.resolveSibling(work.getFileName() + ".jfr").toString();
      builder
          .environment()
          .put(
              "ASSAY_JAVA_OPTS", "-XX:StartFlightRecording=settings=profile,filename=" + recording);
    }
    long began = System.nanoTime();
    var process = builder.start();
    var client = new AssayClient(URI.create("http://127.0.0.1:" + port), null);
    while (!client.ready()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended with " + process.exitValue());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return new ServerUnderTest(process, client, (System.nanoTime() - began) / 1e9);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  double startSeconds() {
    return startSeconds;
  }

  Figures measure(Workload job, Map<String, String> parameters)
      throws InvalidDocument, IOException, InterruptedException {
    double cpu = cpuSeconds();
    long began = System.nanoTime();
    String id = client.submit(job.document(), job.folder(), parameters);
    JobView view = null;
    while (view == null || !view.settled()) {
      TimeUnit.MILLISECONDS.sleep(20);
      view = client.job(id);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long samples = view.models().stream().mapToLong(model -> model.counts().scored()).sum();
    return new Figures(samples, seconds, cpuSeconds() - cpu);
  }

  private double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  long residentMebibytes() throws IOException {
    return status("VmRSS:");
  }

  long peakMebibytes() throws IOException {
    return status("VmHWM:");
  }

  private long status(String field) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(field)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("/proc tells no " + field);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
