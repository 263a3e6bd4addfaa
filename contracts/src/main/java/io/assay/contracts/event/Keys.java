package io.assay.contracts.event;

import java.util.ArrayList;
import java.util.List;

/// Keys of records: fields joined by `|`, in which `|` and `%` are written `%7C` and `%25`. The
/// first two fields of a sample's, a metric's and a progress record's key are job and model, so
/// that [io.assay.contracts.wire.JobModelPartitioner] keeps a job's model in one partition.
public final class Keys {

  private Keys() {}

  /// Joins fields to one key.
  public static String join(String... fields) {
    var key = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        key.append('|');
      }
      key.append(escape(fields[i]));
    }
    return key.toString();
  }

  /// The fields of a key made by [#join].
  public static List<String> split(String key) {
    var fields = new ArrayList<String>();
    int from = 0;
    for (int at = key.indexOf('|'); at >= 0; at = key.indexOf('|', from)) {
      fields.add(unescape(key.substring(from, at)));
      from = at + 1;
    }
    fields.add(unescape(key.substring(from)));
    return fields;
  }

  private static String escape(String field) {
    return field.indexOf('|') < 0 && field.indexOf('%') < 0
        ? field
        : field.replace("%", "%25").replace("|", "%7C");
  }

  private static String unescape(String field) {
    return field.indexOf('%') < 0 ? field : field.replace("%7C", "|").replace("%25", "%");
  }
}
