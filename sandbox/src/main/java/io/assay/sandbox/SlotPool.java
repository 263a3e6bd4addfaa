package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The slots: started when needed, replaced when broken.
final class SlotPool implements AutoCloseable {

  private volatile SandboxOptions options;
  private final Scripts scripts;
  private final Semaphore free;
  private final Deque<Slot> idle = new ArrayDeque<>();

  /// All that have a process, those too that are starting or at work.
  private final Set<Slot> slots = new HashSet<>();

  private int started;
  private boolean closed;
  private volatile @Nullable JsonNode facts;

  SlotPool(SandboxOptions options, Scripts scripts) {
    this.options = options;
    this.scripts = scripts;
    this.free = new Semaphore(options.slots(), true);
  }

  /// What a slot answered, or why none could.
  sealed interface Reply {
    record Given(JsonNode answer) implements Reply {}

    record None(String reason) implements Reply {}

    /// The sandbox was closed before the end.
    record Closed() implements Reply {}
  }

  /// Asks any slot.
  Reply ask(JsonNode request, Duration limit) {
    try {
      free.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Closed();
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
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed("the sandbox broke: " + e);
    } finally {
      giveBack(slot, whole);
    }
  }

  private Reply failed(String reason) {
    synchronized (slots) {
      return closed ? new Reply.Closed() : new Reply.None(reason);
    }
  }

  private Slot take() throws SandboxUnavailable, IOException {
    SandboxOptions tried = options;
    try {
      return take(tried);
    } catch (SandboxUnavailable e) {
      if (tried.bubblewrap() == null || !tried.acceptRisk()) {
        throw e;
      }
      options = tried.withoutBubblewrap(true); // the operator has accepted that
      return take(options);
    }
  }

  private Slot take(SandboxOptions options) throws SandboxUnavailable, IOException {
    int number;
    Slot slot;
    synchronized (slots) {
      if (closed) {
        throw new SandboxUnavailable("the sandbox is closed");
      }
      if (!idle.isEmpty()) {
        return idle.removeLast();
      }
      number = started++;
      slot = Slot.start(options, scripts);
      slots.add(slot);
    }
    boolean greeted = false;
    try {
      slot.greet(options, scripts, number);
      facts = slot.facts();
      greeted = true;
      return slot;
    } finally {
      if (!greeted) {
        giveBack(slot, false);
      }
    }
  }

  private void giveBack(@Nullable Slot slot, boolean whole) {
    if (slot == null) {
      return;
    }
    synchronized (slots) {
      if (whole && !closed) {
        idle.addLast(slot);
        return;
      }
    }
    slot.close();
    synchronized (slots) {
      slots.remove(slot);
    }
  }

  /// Why no slot can be started; empty if one was.
  Optional<String> unavailable() {
    return facts == null ? started() : Optional.empty();
  }

  private Optional<String> started() {
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

  /// What slots say of themselves.
  Optional<String> fact(String name) {
    return unavailable()
        .or(() ->
            Optional.ofNullable(facts)
                .map(said -> said.path(name).asText())
                .filter(each -> !each.isEmpty()));
  }

  /// Ends all slots, also those that are starting or at work. Nothing is left when it returns.
  @Override
  public void close() {
    List<Slot> all;
    synchronized (slots) {
      closed = true;
      all = List.copyOf(slots);
      idle.clear();
      slots.clear();
    }
    all.forEach(Slot::dismiss);
    all.forEach(Slot::close);
  }
}
