package io.assay.tasks.metric;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Sample;
import java.util.Map;

/// Samples with a text to compare with.
public final class TextCases {

  private TextCases() {}

  public static Sample sample(int number, String target) {
    var json = JsonNodeFactory.instance;
    return new Sample(
        "s" + number, json.textNode("question"), json.textNode(target), null, Map.of());
  }
}
