package io.assay.evaluator.provider;

import io.assay.contracts.event.Blob;
import io.assay.contracts.event.CallRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is learnt of a call beside its answer, while it runs. Belongs to the calling thread, but
/// for the parts of a streamed answer, which may come on another one.
public final class CallNotes {

  private static final int MOST_ERRORS = 10;
  private static final byte[] NOTHING = new byte[0];
  private static final int MOST_GAPS = 1 << 16;

  private @Nullable String requestId;
  private @Nullable String system;
  private @Nullable String reasoning;
  private List<String> others = List.of();
  private final List<String> errors = new ArrayList<>();
  private byte[] request = NOTHING;
  private byte[] answer = NOTHING;
  private long lastPart = -1;
  private long[] gaps = new long[0];
  private int gapCount;

  /// The provider's own id of the request.
  public void requestId(@Nullable String id) {
    requestId = id;
  }

  /// The configuration that answered, as the provider names it.
  public void system(@Nullable String fingerprint) {
    system = fingerprint;
  }

  /// What the model thought before it answered.
  public void reasoning(@Nullable String text) {
    reasoning = text == null || text.isBlank() ? null : text;
  }

  /// The answers after the first.
  public void others(List<String> texts) {
    others = List.copyOf(texts);
  }

  /// What went wrong in an attempt that is followed by another one.
  public void error(String error) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(error);
    }
  }

  /// What an attempt sends, as it is.
  public void sent(byte[] bytes) {
    request = bytes;
  }

  /// What an attempt got back, as it was.
  public void received(byte[] bytes) {
    answer = bytes;
  }

  /// What the last attempt sent; empty where it was nothing that is text.
  public byte[] request() {
    return request;
  }

  /// What the last attempt got back; empty where it was nothing.
  public byte[] answer() {
    return answer;
  }

  /// An attempt begins anew: the parts of the one before do not count.
  public synchronized void restart() {
    request = NOTHING;
    answer = NOTHING;
    lastPart = -1;
    gapCount = 0;
  }

  synchronized void part(long now) {
    if (lastPart >= 0 && gapCount < MOST_GAPS) {
      if (gapCount == gaps.length) {
        gaps = Arrays.copyOf(gaps, Math.max(16, gapCount * 2));
      }
      gaps[gapCount++] = now - lastPart;
    }
    lastPart = now;
  }

  /// A percentile of the pauses between the parts of the answer, in milliseconds.
  ///
  /// @param share 0 to 1; the nearest rank
  /// @return null where the answer had no two parts
  public synchronized @Nullable Double gapMillis(double share) {
    if (gapCount == 0) {
      return null;
    }
    long[] sorted = Arrays.copyOf(gaps, gapCount);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * gapCount) - 1;
    return Math.round(sorted[Math.max(0, rank)] / 1e3) / 1e3;
  }

  /// All of it.
  ///
  /// @return null where there is nothing to say
  public @Nullable CallRecord record() {
    return record(null, null);
  }

  /// All of it.
  ///
  /// @param sent where the request is kept
  /// @param received where the answer is kept
  /// @return null where there is nothing to say
  public @Nullable CallRecord record(@Nullable Blob sent, @Nullable Blob received) {
    boolean nothing =
        requestId == null
            && system == null
            && reasoning == null
            && others.isEmpty()
            && errors.isEmpty()
            && sent == null
            && received == null;
    return nothing
        ? null
        : new CallRecord(requestId, system, reasoning, others, errors, sent, received);
  }
}
