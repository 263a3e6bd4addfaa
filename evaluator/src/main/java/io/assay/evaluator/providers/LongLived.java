package io.assay.evaluator.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.providers.CommandModel.ProgramException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Programs that stay: one JSON line in, one out, one at a time each. One that fails is ended; the
/// next sample starts another.
final class LongLived implements CommandModel.Runner {

  private static final int LONGEST_LINE = 64 << 20;

  private final CommandProvider.Program program;
  private final int most;
  private final ConcurrentLinkedDeque<Running> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /// @param most kept; the caller asks no more than these at once
  LongLived(CommandProvider.Program program, int most) {
    this.program = program;
    this.most = most;
  }

  @Override
  public Completion run(ModelSpec spec, ModelRequest request, CallContext call, Duration limit)
      throws IOException, ProgramException, InterruptedException {
    String line = CommandFields.json(request, call);
    var running = taken();
    boolean well = false;
    try {
      String answer = running.ask(line, limit);
      well = true;
      return new CommandAnswers(spec, request, call).json(answer);
    } finally {
      if (well && !closed && idle.size() < most) {
        idle.push(running);
      } else {
        running.end();
      }
    }
  }

  private Running taken() throws IOException {
    for (var running = idle.poll(); running != null; running = idle.poll()) {
      if (running.process.isAlive()) {
        return running;
      }
    }
    return new Running();
  }

  @Override
  public void close() {
    closed = true;
    for (var running = idle.poll(); running != null; running = idle.poll()) {
      running.end();
    }
  }

  /// One process, read by a thread of its own: reads of pipes would hold a virtual thread's
  /// carrier.
  private final class Running {
    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(16);

    private record Line(@Nullable String text, String problem) {}

    Running() throws IOException {
      process =
          program
              .builder(CommandFields.fill(program.command(), java.util.Map.of()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
      Thread.ofPlatform().daemon().name("command-" + process.pid()).start(this::read);
    }

    private void read() {
      try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (String line = line(out); line != null; line = line(out)) {
          lines.put(new Line(line, ""));
        }
        lines.put(new Line(null, "it ended in the middle of its work"));
      } catch (IOException e) {
        boolean _ = lines.offer(new Line(null, String.valueOf(e.getMessage())));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    private static @Nullable String line(BufferedReader out) throws IOException {
      var line = new StringBuilder();
      for (int c = out.read(); c >= 0; c = out.read()) {
        if (c == '\n') {
          return line.toString();
        }
        if (line.length() >= LONGEST_LINE) {
          throw new IOException("it wrote a line of more than 64 MiB");
        }
        line.append((char) c);
      }
      return line.isEmpty() ? null : line.toString();
    }

    String ask(String line, Duration limit) throws ProgramException, InterruptedException {
      try {
        in.write(line);
        in.write('\n');
        in.flush();
      } catch (IOException _) {
        throw new ProgramException(program.name() + " no longer reads; it may have ended");
      }
      var answer = lines.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
      if (answer == null) {
        throw new ProgramException(
            program.name() + " did not answer within " + limit.toSeconds() + " s", true);
      }
      if (answer.text() == null) {
        throw new ProgramException(program.name() + " failed: " + answer.problem());
      }
      return answer.text();
    }

    void end() {
      OneShot.end(process);
    }
  }
}
