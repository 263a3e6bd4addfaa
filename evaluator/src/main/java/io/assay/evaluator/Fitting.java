package io.assay.evaluator;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.assay.contracts.wire.RecordSize;

/// Sees to it that outputs can be sent: an answer that no record holds would be refused by the
/// broker, asked for again and refused again.
final class Fitting {

  private Fitting() {}

  /// The output, or one that says that its answer is too large.
  ///
  /// @param promptBytes the size of its prompt
  static Output fitting(Output output, int promptBytes) {
    return output.completion() instanceof Completion.Answered answered
            && !RecordSize.fits(output, answered.answer(), promptBytes)
        ? withoutAnswer(output)
        : output;
  }

  private static Output withoutAnswer(Output output) {
    var reason =
        "the answer is too large: its record would have %,d bytes, at most %,d are kept; limit it by generation.max_tokens"
            .formatted(RecordSize.bytes(output), RecordSize.LARGEST);
    return new Output(
        output.outputId(),
        output.prompt(),
        new Completion.Refused(reason),
        output.timing(),
        output.attempts(),
        output.deliveryCount(),
        output.worker(),
        output.at(),
        output.call());
  }
}
