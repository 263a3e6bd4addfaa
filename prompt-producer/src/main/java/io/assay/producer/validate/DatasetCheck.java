package io.assay.producer.validate;

import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.CanonicalHash;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.FieldPath;
import io.assay.producer.dataset.IdSet;
import io.assay.producer.dataset.Item;
import io.assay.producer.prompt.PromptMaker;
import io.assay.producer.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a task's dataset once, row by row: counts it, checks each row, looks for repeated ids, and
/// tries the template on the first rows.
final class DatasetCheck {

  private static final int SHOWN = 20;
  private static final int RENDERED = 1000;

  private final TaskSpec task;
  private final String at;
  private final Findings findings;
  private final long checkedRows;
  private final IdSet ids = new IdSet();
  private final Map<String, List<String>> unknown = new HashMap<>();
  private final Set<String> metadata = new HashSet<>();
  private final SliceCheck slices;
  private Item.@Nullable Good first;
  private final List<Item.Bad> leftOut = new ArrayList<>();
  private long count;
  private long leftOutCount;
  private long problems;

  DatasetCheck(TaskSpec task, String at, Findings findings, long checkedRows) {
    this.task = task;
    this.at = at;
    this.findings = findings;
    this.checkedRows = checkedRows;
    this.slices = new SliceCheck(task);
  }

  /// What came of reading a dataset.
  ///
  /// @param sha256 what its files hold; empty where something was wrong
  /// @param samples how many are asked
  /// @param badRows how many rows are left out
  /// @param slices the slices that samples are in
  /// @param note the rows that are left out, for people
  record Counted(
      String sha256, long samples, long badRows, Set<String> slices, Optional<String> note) {}

  /// How many samples the task has; what is wrong was reported.
  Counted counted(Dataset.Files files) {
    String sha256 = "";
    try {
      if (slices.templatesFit(at, findings)) {
        var maker = PromptMaker.of(task, files);
        read(maker);
        sha256 = maker.dataset().sha256();
      }
    } catch (DatasetException e) {
      findings.add(at + ".dataset", String.valueOf(e.getMessage()), null);
    } catch (IllegalArgumentException e) {
      findings.add(at + ".prompt.template", String.valueOf(e.getMessage()), null);
    }
    return new Counted(sha256, limited(), leftOutCount, slices.seen(), note());
  }

  private long limited() {
    Long limit = task.dataset().limit();
    return limit == null || task.dataset().shuffleSeed() == null ? count : Math.min(count, limit);
  }

  private Optional<String> note() {
    return leftOutCount == 0
        ? Optional.empty()
        : Optional.of(
            leftOutCount
                + " bad rows of task "
                + task.name()
                + " are left out: "
                + leftOut.stream().map(Item.Bad::text).collect(Collectors.joining("; "))
                + (leftOutCount > leftOut.size() ? "; …" : ""));
  }

  private void read(PromptMaker maker) {
    try (var items = maker.dataset().inFileOrder()) {
      for (var item = items.next(); item != null; item = items.next()) {
        switch (item) {
          case Item.Good good -> check(good, maker);
          case Item.Bad bad when task.dataset().skipsBadRows() -> leaveOut(bad);
          case Item.Bad bad -> {
            count++;
            report(bad.place() + ": " + bad.reason(), bad.suggestion());
          }
        }
      }
    }
    conclude(maker);
  }

  private void leaveOut(Item.Bad bad) {
    if (++leftOutCount <= SHOWN) {
      leftOut.add(bad);
    }
  }

  private void check(Item.Good item, PromptMaker maker) {
    count++;
    if (first == null) {
      first = item;
    }
    if (!ids.add(item.sample().id())) {
      repeated(item);
    }
    slice(item, maker);
    if (count <= checkedRows) {
      maker
          .problemWith(item.sample())
          .ifPresent(problem -> report(item.place() + ": " + problem, null));
    }
    if (count <= RENDERED) {
      metadata.addAll(item.sample().metadata().keySet());
      tryOut(item, maker);
    }
  }

  private void slice(Item.Good item, PromptMaker maker) {
    try {
      slices.add(maker.slices(item));
    } catch (IllegalArgumentException e) {
      report(item.place() + ": " + e.getMessage(), null);
    }
  }

  private void repeated(Item.Good item) {
    boolean hashed = item.sample().id().equals(CanonicalHash.of(item.row()));
    report(
        item.place()
            + ": "
            + (hashed
                ? "the row equals an earlier one"
                : "sample id " + item.sample().id() + " appears twice"),
        hashed
            ? "remove one of them"
            : "name another field in fields.id, or leave it out: rows are then told apart by their"
                + " content");
  }

  private void tryOut(Item.Good item, PromptMaker maker) {
    var names = new TreeSet<String>();
    try {
      maker.tryOut(item, names);
    } catch (IllegalArgumentException e) {
      report(item.place() + ": " + e.getMessage(), null);
    }
    names.forEach(name -> unknown.computeIfAbsent(name, _ -> new ArrayList<>()).add(item.place()));
  }

  private void report(String message, @Nullable String suggestion) {
    if (++problems <= SHOWN) {
      findings.add(at + ".dataset", message, suggestion);
    }
  }

  private void conclude(PromptMaker maker) {
    if (count == 0) {
      findings.add(at + ".dataset", "the dataset has no samples", whyEmpty());
    }
    long rendered = Math.min(count, RENDERED);
    unknown.forEach((name, places) -> absentInTemplate(name, places, rendered, maker));
    var sample = first;
    slices.conclude(at, sample, findings);
    if (sample != null) {
      absentMetadata(sample);
    }
    if (problems > SHOWN) {
      findings.add(at + ".dataset", (problems - SHOWN) + " more rows have problems", null);
    }
  }

  private String whyEmpty() {
    if (!leftOut.isEmpty()) {
      return "all its rows are bad; the first: " + leftOut.getFirst().text();
    }
    return task.dataset().where().isEmpty()
        ? "check its path and format"
        : "no row passes dataset.where: check its fields and values";
  }

  private void absentInTemplate(
      String name, List<String> places, long rendered, PromptMaker maker) {
    var template = maker.template();
    if (template == null || template.copesWithout(name)) {
      return;
    }
    boolean never = places.size() == rendered;
    String where = never ? "no row" : "not every row (" + places.getFirst() + ")";
    findings.add(
        at + ".prompt.template",
        "the template names " + name + ", a field that " + where + " has",
        never ? suggestion(name) : "give it a default: {{ " + name + " | default('') }}");
  }

  private @Nullable String suggestion(String name) {
    var sample = first;
    if (sample == null) {
      return null;
    }
    var known = new ArrayList<>(FieldPath.all(sample.row()));
    known.addAll(List.of("input", "target"));
    return DidYouMean.of(name, known, "its fields");
  }

  private void absentMetadata(Item.Good sample) {
    for (String path : task.fields().metadata()) {
      if (!metadata.contains(path) && !Template.isTemplate(path)) {
        findings.add(
            at + ".fields.metadata",
            "no row has the field " + path,
            DidYouMean.of(path, FieldPath.all(sample.row()), "its fields"));
      }
    }
  }
}
