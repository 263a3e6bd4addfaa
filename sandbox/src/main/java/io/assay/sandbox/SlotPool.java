package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The slots: started when needed, replaced when broken.
final class SlotPool implements AutoCloseable {

  private final SandboxOptions options;
  private final Scripts scripts;
  private final Semaphore free;
  private final Deque<Slot> idle = new ArrayDeque<>();
  private int started;
  private boolean closed;

  SlotPool(SandboxOptions options, Scripts scripts) {
    this.options = options;
    this.scripts = scripts;
    this.free = new Semaphore(options.slots(), true);
  }

  /// What a slot answered, or why none could.
  sealed interface Reply {
    record Given(JsonNode answer) implements Reply {}

    record None(String reason) implements Reply {}
  }

  /// Asks any slot.
  Reply ask(JsonNode request, Duration limit) {
    try {
      free.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.None("interrupted while waiting for a free slot");
    }
    try {
      return askOne(request, limit);
    } finally {
      free.release();
    }
  }

  private Reply askOne(JsonNode request, Duration limit) {
    Slot slot = null;
    boolean whole = false;
    try {
      slot = take();
      JsonNode answer = slot.ask(request, limit);
      whole = true;
      return new Reply.Given(answer);
    } catch (SandboxUnavailable e) {
      return new Reply.None(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Reply.None("the sandbox broke: " + e);
    } finally {
      giveBack(slot, whole);
    }
  }

  private Slot take() throws SandboxUnavailable, IOException {
    int number;
    synchronized (idle) {
      if (closed) {
        throw new SandboxUnavailable("the sandbox is closed");
      }
      if (!idle.isEmpty()) {
        return idle.removeLast();
      }
      number = started++;
    }
    return Slot.start(options, scripts, number);
  }

  private void giveBack(@Nullable Slot slot, boolean whole) {
    if (slot == null) {
      return;
    }
    synchronized (idle) {
      if (whole && !closed) {
        idle.addLast(slot);
        return;
      }
    }
    slot.close();
  }

  /// Why no slot can be started; empty if one was.
  Optional<String> unavailable() {
    Slot slot = null;
    try {
      slot = take();
      return Optional.empty();
    } catch (SandboxUnavailable | IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } finally {
      giveBack(slot, true);
    }
  }

  /// What a slot says of itself.
  Optional<String> fact(String name) {
    Slot slot = null;
    try {
      slot = take();
      return Optional.of(slot.facts().path(name).asText()).filter(each -> !each.isEmpty());
    } catch (SandboxUnavailable | IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } finally {
      giveBack(slot, true);
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(Slot::close);
      idle.clear();
    }
  }
}
