package io.assay.contracts.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Output;

/// How large an event may be. Kafka's producers, brokers and topics take 1 MiB a record unless they
/// are told otherwise; a record that is refused there could never be settled, so what does not fit
/// is found before it is sent.
public final class RecordSize {

  /// The most bytes of an event: 1 MiB without room for key, headers and framing.
  public static final int LARGEST = 1_000_000;

  /// The most bytes of a prompt, which its output holds too: room is left to say how the call went.
  public static final int LARGEST_PROMPT = 900_000;

  private static final int ESCAPED = 6; // \u0000
  private static final int CONTINUATION = 80;
  private static final int FLOAT = 6; // of base64

  private RecordSize() {}

  /// Whether an output fits into a record.
  ///
  /// @param promptBytes its prompt's size, if that is known
  public static boolean fits(Output output, Answer answer, int promptBytes) {
    return promptBytes + atMost(answer) <= LARGEST_PROMPT || bytes(output) <= LARGEST;
  }

  /// A bound that costs nothing.
  private static long atMost(Answer answer) {
    return switch (answer) {
      case Answer.Text(String text) -> (long) ESCAPED * text.length();
      case Answer.Vectors(var vectors) ->
          vectors.stream().mapToLong(each -> (long) FLOAT * each.dimensions() + FLOAT).sum();
      case Answer.Likelihoods(var continuations) -> (long) CONTINUATION * continuations.size();
      case Answer.Transcript heard -> bytes(heard);
      case Answer.Images images -> bytes(images);
    };
  }

  /// The size of a value as JSON.
  ///
  /// @throws IllegalArgumentException where it cannot be JSON, being nested too deeply
  public static int bytes(Object value) {
    try {
      return ContractJson.mapper().writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  /// Whether a value is nested so deeply that no event could hold it.
  ///
  /// @param most the most levels
  public static boolean isDeeper(JsonNode value, int most) {
    if (!value.isContainerNode()) {
      return false;
    }
    if (most == 0) {
      return true;
    }
    for (JsonNode each : value) {
      if (isDeeper(each, most - 1)) {
        return true;
      }
    }
    return false;
  }
}
