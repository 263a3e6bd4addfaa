package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Sample;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A retrieval corpus in BEIR's layout: all passages, then the queries that have judgements. The
/// target of a query is its relevant passages' sample ids with their grades.
final class BeirItems implements Items {

  static final String PASSAGE = "passage/";
  private static final String QUERY = "query/";

  private final Path corpus;
  private final Path queries;
  private final Judgements judgements;
  private final long limit;
  private Rows rows;
  private boolean passages = true;
  private long taken;

  /// @param limit most queries
  BeirItems(Path corpus, Path queries, Path qrels, long limit) {
    this.corpus = corpus;
    this.queries = queries;
    this.judgements = new Judgements(qrels);
    this.limit = limit;
    this.rows = new JsonlRows(corpus);
  }

  @Override
  public @Nullable Item next() {
    for (var row = rows.next(); row != null; row = rows.next()) {
      var item = item(row);
      if (item != null) {
        return taken() ? item : null;
      }
    }
    if (!passages) {
      return null;
    }
    rows.close();
    passages = false;
    rows = new JsonlRows(queries);
    return next();
  }

  private boolean taken() {
    return passages || taken++ < limit;
  }

  /// Null for a query without judgements, which says nothing of a model.
  private @Nullable Item item(Row row) {
    String place = (passages ? corpus : queries).getFileName() + ", line " + row.line();
    return switch (row) {
      case Row.Unreadable(String reason, long _) -> new Item.Bad(reason, null, place);
      case Row.Fields(ObjectNode fields, long _) -> {
        String id = fields.path("_id").asText();
        String text = fields.path("text").asText();
        if (id.isBlank() || text.isBlank()) {
          yield new Item.Bad("it needs the fields _id and text", null, place);
        }
        yield passages ? passage(id, fields, place) : query(id, fields, place);
      }
    };
  }

  private static Item passage(String id, ObjectNode fields, String place) {
    String title = fields.path("title").asText();
    String text = (title.isBlank() ? "" : title + " ") + fields.path("text").asText();
    return good(PASSAGE + id, text.strip(), null, "passage", fields, place);
  }

  private @Nullable Item query(String id, ObjectNode fields, String place) {
    return judgements
        .of(id)
        .map(grades ->
            good(QUERY + id, fields.path("text").asText(), grades, "query", fields, place))
        .orElse(null);
  }

  private static Item good(
      String id,
      String text,
      @Nullable JsonNode target,
      String kind,
      ObjectNode fields,
      String place) {
    var json = JsonNodeFactory.instance;
    var metadata = Map.<String, JsonNode>of("kind", json.textNode(kind));
    return new Item.Good(
        new Sample(id, json.textNode(text), target, null, metadata), fields, place);
  }

  @Override
  public void close() {
    rows.close();
  }
}
