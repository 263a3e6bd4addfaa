package io.assay.dashboard.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sample as a line of a list. Texts are cut at [#CUT] code points; their lengths are whole.
///
/// @param model which model
/// @param task which task
/// @param sampleId which sample
/// @param epoch which repeat
/// @param status how it was settled, or [#PENDING]
/// @param input what the model was given
/// @param inputLength code points of all of it
/// @param output what came back; absent where nothing did
/// @param outputLength code points of all of it
/// @param target what was expected
/// @param scores values by metric
/// @param callMillis duration of the call
/// @param reason why there is no score
public record SampleRow(
    String model,
    String task,
    String sampleId,
    int epoch,
    String status,
    String input,
    int inputLength,
    @Nullable String output,
    int outputLength,
    @Nullable String target,
    Map<String, Double> scores,
    double callMillis,
    @Nullable String reason) {

  /// The output is here, its score is not yet.
  public static final String PENDING = "PENDING";

  /// Code points of a text in a list.
  public static final int CUT = 200;

  /// A part of the samples of a job.
  ///
  /// @param total how many match
  /// @param offset how many come before the part
  /// @param asOf the version of what was looked at: given back as `asOf`, it pins the list
  /// @param rows the part
  public record Page(long total, int offset, String asOf, java.util.List<SampleRow> rows) {}
}
