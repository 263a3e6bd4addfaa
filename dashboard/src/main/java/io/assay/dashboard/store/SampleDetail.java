package io.assay.dashboard.store;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that is kept of one sample.
///
/// @param prompt what the model was asked: a `ModelRequest` with `messages` or `texts`
/// @param input the sample's input
/// @param inputLength code points of all of it, where it is a text that was cut
/// @param target what was expected
/// @param output what came back as people read it
/// @param outputLength code points of all of it
/// @param scores each metric's value and explanation
/// @param reason why there is no score
/// @param detail completion, timing, usage, attempts, deliveryCount, worker, vectors, images,
///   words, metadata, slices
/// @param outputId the output that is shown, and that the scores judged
/// @param at when the call ended
/// @param scoredAt when it was judged
public record SampleDetail(
    String jobId,
    String model,
    String task,
    String sampleId,
    int epoch,
    String status,
    @JsonRawValue String prompt,
    @JsonRawValue String input,
    int inputLength,
    @JsonRawValue @Nullable String target,
    @Nullable String output,
    int outputLength,
    @JsonRawValue String scores,
    @Nullable String reason,
    @JsonRawValue String detail,
    String outputId,
    Instant at,
    @Nullable Instant scoredAt) {}
