package io.assay.tasks.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.List;

/// rapidfuzz's distances. Those that take a table of both lengths are left out of long texts.
@AutoService(ReferenceFunction.class)
public final class EditDistanceVectors implements ReferenceFunction {

  private static final long LARGEST_TABLE = 50_000_000;

  @Override
  public List<String> names() {
    return List.of("edit_distance");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    line.params().choice("unit", "code_point", List.of("code_point"));
    int[] a = VectorJson.text(line.input("a")).codePoints().toArray();
    int[] b = VectorJson.text(line.input("b")).codePoints().toArray();
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    levenshtein(a, b, actual);
    int common = CommonSubsequence.length(a, b);
    double similarity = CommonSubsequence.similarity(a, b);
    actual
        .put("indel", a.length + b.length - 2 * common)
        .put("indel_normalized_similarity", similarity)
        .put("fuzz_ratio", 100 * similarity)
        .put("lcs_subsequence", common);
    if ((long) a.length * b.length <= LARGEST_TABLE) {
      actual
          .put("damerau_levenshtein", Transpositions.unrestricted(a, b))
          .put("osa", Transpositions.alignment(a, b))
          .put("jaro_winkler_similarity", JaroWinkler.similarity(a, b));
    }
    return actual;
  }

  private static void levenshtein(int[] a, int[] b, ObjectNode actual) {
    int longer = Math.max(a.length, b.length);
    int distance = Levenshtein.distance(a, b);
    EditCounts counts = EditCounts.of(a, b);
    actual
        .put("levenshtein", distance)
        .put("levenshtein_normalized_distance", longer == 0 ? 0.0 : (double) distance / longer)
        .put("levenshtein_normalized_similarity", Levenshtein.similarity(a, b))
        .putObject("levenshtein_ops")
        .put("equal", counts.equal())
        .put("replace", counts.replace())
        .put("insert", counts.insert())
        .put("delete", counts.delete());
  }
}
