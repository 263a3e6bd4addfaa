package io.assay.contracts.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each part of a document stands in its text.
public final class SourceMap {

  private static final Mark START = new Mark(1, 1);
  private static final String FIRST_TASK = "tasks[0].";

  private final Map<String, Mark> marks = new HashMap<>();

  /// A place in a text, both from 1.
  record Mark(int line, int column) {}

  SourceMap() {}

  void put(String path, int line, int column) {
    marks.putIfAbsent(path, new Mark(line, column));
  }

  boolean has(String path) {
    return marks.containsKey(path);
  }

  /// A problem at a path of the document. Where the text does not have the path (because something
  /// is missing), it is placed at the nearest part around it.
  ///
  /// @param path as in `tasks[0].dataset.path`; the keys of a single task written at the top level
  ///   are found there
  public Problem problem(String path, String message, @Nullable String suggestion) {
    String written = written(path);
    var mark = mark(written);
    return new Problem(mark.line(), mark.column(), written, message, suggestion);
  }

  private String written(String path) {
    if (marks.containsKey("tasks") || !path.startsWith("tasks[0]")) {
      return path;
    }
    if (!path.startsWith(FIRST_TASK)) {
      return "task";
    }
    String key = path.substring(FIRST_TASK.length());
    return key.equals("type") || key.equals("name") ? "task" : key;
  }

  private Mark mark(String path) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      var mark = marks.get(at);
      if (mark != null) {
        return mark;
      }
    }
    return START;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }

  /// The path of a key inside the part at `path`.
  static String key(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /// The path of an item of the list at `path`.
  static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
