package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Rows of MTEB's files, of which those of clustering and of pair classification hold lists: one
/// row for each place of the lists.
final class MtebRows implements Rows {

  private static final List<String> LISTED = List.of("sentences", "sentence1", "sent1");

  private final Rows rows;
  private final Queue<Row> pending = new ArrayDeque<>();

  MtebRows(Rows rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable Row next() {
    while (pending.isEmpty()) {
      Row row = rows.next();
      if (!(row instanceof Row.Fields(ObjectNode fields, long line))) {
        return row;
      }
      int length = LISTED.stream().mapToInt(name -> fields.path(name).size()).max().orElse(0);
      if (length == 0) {
        return row;
      }
      split(fields, line, length);
    }
    return pending.remove();
  }

  private void split(ObjectNode fields, long line, int length) {
    for (Map.Entry<String, JsonNode> each : fields.properties()) {
      if (each.getValue().isArray() && each.getValue().size() != length) {
        pending.add(
            new Row.Unreadable(
                "has " + length + " texts but " + each.getValue().size() + " " + each.getKey(),
                line));
        return;
      }
    }
    for (int i = 0; i < length; i++) {
      ObjectNode one = fields.objectNode();
      int place = i;
      fields
          .properties()
          .forEach(each ->
              one.set(
                  each.getKey(),
                  each.getValue().isArray() ? each.getValue().get(place) : each.getValue()));
      pending.add(new Row.Fields(one, line));
    }
  }

  @Override
  public String unit() {
    return rows.unit();
  }

  @Override
  public void close() {
    rows.close();
  }
}
