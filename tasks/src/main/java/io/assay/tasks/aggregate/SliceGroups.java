package io.assay.tasks.aggregate;

import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The slices of a task, and which rows are in which. Takes no room as long as no score names one.
final class SliceGroups {

  private static final int[] NOWHERE = {};

  /// One slice, with its number.
  private record Slice(int number, RowGroup group) {}

  private final RowGroup whole;
  private final Map<String, Slice> byName = new TreeMap<>();
  private final List<RowGroup> groups = new ArrayList<>();
  // of each row: a slice's number, the row's number there, and so on
  private int[][] places = {};

  SliceGroups(RowGroup whole) {
    this.whole = whole;
  }

  /// Puts a row into its slices; what was there of it was removed before.
  void add(int row, Score score, long cluster, byte[] weights) {
    if (score.slices().isEmpty()) {
      if (row < places.length) {
        places[row] = NOWHERE;
      }
      return;
    }
    reserve(row);
    int[] before = places[row];
    var now = new int[2 * score.slices().size()];
    for (int i = 0; i < score.slices().size(); i++) {
      Slice slice = slice(score.slices().get(i));
      int inside = inside(before, slice);
      slice.group().add(inside, score, cluster, weights);
      now[2 * i] = slice.number();
      now[2 * i + 1] = inside;
    }
    places[row] = now;
  }

  private static int inside(int[] before, Slice slice) {
    for (int i = 0; i < before.length; i += 2) {
      if (before[i] == slice.number()) {
        return before[i + 1];
      }
    }
    return slice.group().newRow();
  }

  /// Takes a row out of its slices.
  void remove(int row, Status status, long cluster, byte[] weights) {
    if (row < places.length) {
      int[] place = places[row];
      for (int i = 0; i < place.length; i += 2) {
        groups.get(place[i]).remove(place[i + 1], status, cluster, weights);
      }
    }
  }

  private Slice slice(String name) {
    return byName.computeIfAbsent(
        name,
        _ -> {
          var slice = new Slice(groups.size(), whole.slice());
          groups.add(slice.group());
          return slice;
        });
  }

  private void reserve(int row) {
    int old = places.length;
    if (row >= old) {
      places = Arrays.copyOf(places, Math.max(row + 1, 2 * old));
      Arrays.fill(places, old, places.length, NOWHERE);
    }
  }

  /// The slices that have rows, by name.
  Map<String, RowGroup> present() {
    var present = new LinkedHashMap<String, RowGroup>();
    byName.forEach((name, slice) -> {
      if (slice.group().any()) {
        present.put(name, slice.group());
      }
    });
    return present;
  }
}
