package io.assay.dashboard.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// The SQL of a list of samples. What a user gave is always a parameter.
///
/// A score belongs to an output if it names it: between a second output of a sample and its score,
/// the sample is pending, and never shown with the other output's score.
final class SampleQuery {

  static final String PAIRS =
      " FROM outputs o LEFT JOIN scores s ON s.job = o.job AND s.output_id = o.output_id";

  private static final String OUTPUTS = " FROM outputs o";

  private static final String COLUMNS =
      """
      o.model, o.task, o.sample, o.epoch, coalesce(s.status, 'PENDING'),
      substr(o.input, 1, 200), o.input_length, substr(o.output, 1, 200), o.output_length,
      CASE WHEN o.target LIKE '"%' THEN substr(json_extract_string(o.target, '$'), 1, 200)
      ELSE substr(o.target, 1, 200) END,
      s.names, s.vals, o.call_millis, coalesce(s.reason, o.reason)\
      """;

  private final SampleFilter filter;
  private final StringBuilder where = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  SampleQuery(SampleFilter filter) {
    this.filter = filter;
    and("o.job = ?", Hashes.job(filter.jobId()));
    in("o.model", filter.models());
    in("o.task", filter.tasks());
    in("coalesce(s.status, 'PENDING')", filter.statuses());
    text();
    if (!filter.slice().isEmpty()) {
      and("list_contains(o.slices, ?)", filter.slice());
    }
    below();
    filter.asOf().ifPresent(version -> and("o.ver <= ?", version));
  }

  private void and(String condition, Object... bound) {
    where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
    Collections.addAll(values, bound);
  }

  private void in(String column, List<String> wanted) {
    if (!wanted.isEmpty()) {
      var marks = wanted.stream().map(_ -> "?").collect(Collectors.joining(", "));
      and(column + " IN (" + marks + ")", wanted.toArray());
    }
  }

  private void text() {
    var text = filter.text();
    if (!text.isEmpty()) {
      and(
          "(contains(lower(o.sample), lower(?)) OR contains(lower(o.input), lower(?))"
              + " OR contains(lower(o.output), lower(?)) OR contains(lower(o.target), lower(?)))",
          text,
          text,
          text,
          text);
    }
  }

  private void below() {
    filter
        .below()
        .ifPresent(below ->
            and("list_extract(s.vals, list_position(s.names, ?)) < ?", filter.metric(), below));
  }

  String count() {
    return "SELECT count(*)" + from() + where;
  }

  List<Object> countValues() {
    return values;
  }

  /// First the rows' numbers by narrow columns, then the texts of those alone.
  String page() {
    return "SELECT "
        + COLUMNS
        + PAIRS
        + " WHERE o.rowid IN (SELECT o.rowid"
        + from()
        + where
        + order()
        + " LIMIT ? OFFSET ?)"
        + order();
  }

  List<Object> pageValues() {
    var all = new ArrayList<>(values);
    var sorted = filter.sort() == SampleFilter.Sort.SCORE;
    if (sorted) {
      all.add(filter.metric());
    }
    all.add(filter.limit());
    all.add(filter.offset());
    if (sorted) {
      all.add(filter.metric());
    }
    return all;
  }

  /// What passes among the rows of some numbers.
  String between() {
    return PAIRS + where + " AND o.rowid >= ? AND o.rowid < ? ORDER BY o.rowid";
  }

  List<Object> betweenValues(long from, long to) {
    var all = new ArrayList<>(values);
    all.add(from);
    all.add(to);
    return all;
  }

  private String from() {
    return filter.needsScores() ? PAIRS : OUTPUTS;
  }

  private String order() {
    var direction = filter.descending() ? " DESC NULLS LAST" : " ASC NULLS LAST";
    var first = filter.sort().by(direction);
    return " ORDER BY " + first + ", length(o.sample), o.sample, o.epoch, o.task, o.model";
  }
}
