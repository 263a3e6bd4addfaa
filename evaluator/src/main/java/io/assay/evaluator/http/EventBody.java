package io.assay.evaluator.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands on the events of a streamed answer as they come; the body itself stays empty.
final class EventBody implements BodySubscriber<byte[]> {

  private final long largest;
  private final EventStream stream;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private long size;
  private Flow.@Nullable Subscription subscription;

  /// @param arrival called for each event; not for comments, with which servers keep a connection
  ///   open while they think
  EventBody(long largest, Runnable arrival, Consumer<String> events) {
    this.largest = largest;
    this.stream =
        new EventStream(data -> {
          arrival.run();
          events.accept(data);
        });
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> chunks) {
    for (var chunk : chunks) {
      var copy = new byte[chunk.remaining()];
      chunk.get(copy);
      size += copy.length;
      stream.add(copy);
    }
    if (size > largest && subscription != null) {
      subscription.cancel();
      body.completeExceptionally(
          new IOException("the answer is larger than " + (largest >> 20) + " MiB"));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    stream.end();
    body.complete(new byte[0]);
  }
}
