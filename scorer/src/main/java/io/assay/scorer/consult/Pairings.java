package io.assay.scorer.consult;

import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.Judging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Answers that wait for other models' answers to the same sample, by partition of
/// `assay.candidates`. A view of that topic: what is complete is deleted there, so what is there is
/// what waits. The producer's credit bounds how much that is.
///
/// Nothing is given out while a partition is read for the first time: an answer may have been dealt
/// with later on.
final class Pairings {

  /// All answers to one sample.
  ///
  /// @param keys keys of all records, to be deleted
  record Group(List<Candidate> candidates, List<String> keys) {}

  private static final class Partition {
    private final Map<String, Map<String, Candidate>> waiting = new LinkedHashMap<>();
    private final long end;
    private boolean open;

    Partition(long next, long end) {
      this.end = end;
      this.open = next >= end;
    }
  }

  private final Map<Integer, Partition> partitions = new HashMap<>();

  /// A partition is this instance's from now on, and is read from its beginning.
  ///
  /// @param next the first offset that will be read
  /// @param end the offset after the last record that is there now
  synchronized void assign(int partition, long next, long end) {
    partitions.put(partition, new Partition(next, end));
  }

  /// A partition is another instance's from now on.
  synchronized void revoke(int partition) {
    partitions.remove(partition);
  }

  /// Takes in a record.
  ///
  /// @param candidate absent where the record was deleted
  synchronized void take(int partition, long offset, String key, @Nullable Candidate candidate) {
    var own = partitions.get(partition);
    if (own == null) {
      return; // revoked after this record was read
    }
    if (candidate == null) {
      remove(own, key);
    } else {
      own.waiting
          .computeIfAbsent(candidate.sample(), _ -> new LinkedHashMap<>())
          .put(key, candidate);
    }
    pass(partition, offset);
  }

  /// Passes over a record that cannot be read.
  synchronized void pass(int partition, long offset) {
    var own = partitions.get(partition);
    if (own != null) {
      own.open |= offset + 1 >= own.end;
    }
  }

  private static void remove(Partition partition, String key) {
    String sample = Candidate.sampleOf(key);
    var group = partition.waiting.get(sample);
    if (group != null && group.remove(key) != null && group.isEmpty()) {
      partition.waiting.remove(sample);
    }
  }

  /// The groups that wait for nobody any more. They stay until their records are deleted.
  synchronized List<Group> complete() {
    return find(Pairings::isComplete);
  }

  /// The groups of some jobs.
  synchronized List<Group> ofJobs(Predicate<String> jobs) {
    return find(group -> jobs.test(group.values().iterator().next().prompt().key().jobId()));
  }

  private List<Group> find(Predicate<Map<String, Candidate>> which) {
    var found = new ArrayList<Group>();
    partitions.values().stream()
        .filter(partition -> partition.open)
        .flatMap(partition -> partition.waiting.values().stream())
        .filter(which)
        .forEach(group ->
            found.add(new Group(List.copyOf(group.values()), List.copyOf(group.keySet()))));
    return found;
  }

  private static boolean isComplete(Map<String, Candidate> group) {
    Judging judging = group.values().iterator().next().prompt().judging();
    return judging == null || group.size() >= judging.rivals().size();
  }

  /// Forgets a group whose records are deleted.
  synchronized void forget(Group group) {
    for (Partition partition : partitions.values()) {
      group.keys().forEach(key -> remove(partition, key));
    }
  }

  /// How many samples wait.
  synchronized int waiting() {
    return partitions.values().stream().mapToInt(each -> each.waiting.size()).sum();
  }
}
