package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Completion;
import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.TestPrompts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Four workers, one server that counts.
class SharedLimitsTest {

  private static final int WORKERS = 4;
  private static final String CHAT = "{\"choices\": [{\"message\": {\"content\": \"42\"}}]}";

  private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
  private final StubServer server = new StubServer();

  @BeforeEach
  void aModelThatTakesItsTime() {
    server.then(
        server.working(
            _ -> {
              arrivals.add(System.nanoTime());
              Thread.sleep(30);
            },
            StubServer.json(200, CHAT)));
  }

  private void ask(int calls, String options) throws Exception {
    List<OpenAi> workers = new ArrayList<>();
    List<Callable<Completion>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int rank = 0; rank < WORKERS; rank++) {
        var share = new Cluster.Share(rank, WORKERS);
        var worker = new OpenAi(_ -> share);
        workers.add(worker);
        var spec = OpenAi.model(server.endpoint(), options);
        var model = worker.open(spec);
        IntStream.range(0, calls / WORKERS)
            .forEach(_ ->
                all.add(() ->
                    Capabilities.ask(
                        model,
                        TestPrompts.call(TestPrompts.question(spec, "s", "6 times 7?", "")))));
      }
      for (var answer : threads.invokeAll(all)) {
        assertThat(answer.get()).isInstanceOf(Completion.Answered.class);
      }
    } finally {
      workers.forEach(OpenAi::close);
      server.close();
    }
  }

  @Test
  void callsAtOnceStayWithinTheLimitOfAllTogether() throws Exception {
    ask(200, "{\"maxInFlight\": 10}");

    assertThat(arrivals).hasSize(200);
    assertThat(server.mostInside()).isLessThanOrEqualTo(10).isGreaterThan(5);
  }

  @Test
  void requestsAMinuteStayWithinTheLimitOfAllTogether() throws Exception {
    ask(200, "{\"requestsPerMinute\": 3000}");

    var times = List.copyOf(arrivals);
    double seconds = (times.getLast() - times.getFirst()) / 1e9;
    assertThat(times).hasSize(200);
    // 50 a second, and what each worker may begin with
    assertThat(seconds).isBetween((200 - 5 * WORKERS) / 50.0, 2 * 200 / 50.0);
  }

  @Test
  void tokensAMinuteStayWithinTheLimitOfAllTogether() throws Exception {
    // a question is estimated at 259 tokens, the answer says nothing of usage: 20 calls a second
    ask(80, "{\"tokensPerMinute\": 310800}");

    var times = List.copyOf(arrivals);
    double seconds = (times.getLast() - times.getFirst()) / 1e9;
    assertThat(seconds).isGreaterThan((80 - 20 - WORKERS) / 20.0);
  }
}
