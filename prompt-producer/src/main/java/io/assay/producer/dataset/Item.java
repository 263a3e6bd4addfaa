package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Sample;
import org.jspecify.annotations.Nullable;

/// One item of a dataset: a sample, or why a row is none.
public sealed interface Item {

  /// Where it stands, for people: `test.jsonl, line 7`.
  String place();

  /// A sample.
  ///
  /// @param sample the sample
  /// @param row the row that it was made of, for the prompt's template
  /// @param place file and line
  record Good(Sample sample, ObjectNode row, String place) implements Item {}

  /// A row that cannot be a sample.
  ///
  /// @param reason what is wrong with it
  /// @param suggestion how to mend it
  /// @param place file and line
  record Bad(String reason, @Nullable String suggestion, String place) implements Item {
    /// Place and reason in a sentence.
    public String text() {
      return place + ": " + reason + (suggestion == null ? "" : " (" + suggestion + ")");
    }
  }
}
