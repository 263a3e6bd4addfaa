package io.assay.tasks.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/// What each thread read last: the metrics of a sample read the same texts one after the other.
///
/// @param <T> what a text is read as; not changed by anybody afterwards
public final class LastReadings<T> {

  /// Answer and targets of a sample.
  private static final int KEPT = 4;

  /// Longer texts are not kept.
  private static final int LONGEST = 10_000;

  private record Reading<T>(String text, T read) {}

  private final Function<String, T> reader;
  private final ThreadLocal<Deque<Reading<T>>> last = ThreadLocal.withInitial(ArrayDeque::new);

  /// @param reader reads a text; gives the same for the same text
  public LastReadings(Function<String, T> reader) {
    this.reader = reader;
  }

  /// What a text is read as.
  public T of(String text) {
    if (text.length() > LONGEST) {
      return reader.apply(text);
    }
    Deque<Reading<T>> readings = last.get();
    for (Reading<T> reading : readings) {
      if (reading.text().equals(text)) {
        return reading.read();
      }
    }
    T read = reader.apply(text);
    if (readings.size() == KEPT) {
      readings.removeLast();
    }
    readings.addFirst(new Reading<>(text, read));
    return read;
  }
}
