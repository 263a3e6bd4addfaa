package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one output was judged, on `assay.scores`: a table by sample key, one row for every settled
/// prompt, scored or not.
///
/// @param key whose it is
/// @param outputId the output that was judged
/// @param status how the prompt was settled
/// @param cluster what intervals resample as one
/// @param slices the slices of the task that the sample is in
/// @param contributions what it gives to each metric; empty unless scored
/// @param reason why there is no score; absent if there is one
/// @param callMillis duration of the call, absent if none was made
/// @param usage what the call used
/// @param consulted what asking judges took; absent where none was asked
/// @param redelivered whether the queue had handed out the prompt more than once
/// @param at when it was judged
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Score(
    SampleKey key,
    String outputId,
    Status status,
    String cluster,
    List<String> slices,
    List<Contribution> contributions,
    @Nullable String reason,
    @Nullable Double callMillis,
    Completion.Usage usage,
    @Nullable Consulted consulted,
    boolean redelivered,
    Instant at)
    implements Event {

  /// A score for which no judge was asked, of a sample in no slice.
  public Score(
      SampleKey key,
      String outputId,
      Status status,
      String cluster,
      List<Contribution> contributions,
      @Nullable String reason,
      @Nullable Double callMillis,
      Completion.Usage usage,
      boolean redelivered,
      Instant at) {
    this(
        key,
        outputId,
        status,
        cluster,
        List.of(),
        contributions,
        reason,
        callMillis,
        usage,
        null,
        redelivered,
        at);
  }

  public Score {
    Require.present(key, "key");
    Require.text(outputId, "outputId of the score of " + key.text());
    Require.present(status, "status of " + key.text());
    cluster = cluster == null ? key.sampleId() : cluster;
    slices = slices == null ? List.of() : List.copyOf(slices);
    contributions = contributions == null ? List.of() : List.copyOf(contributions);
    usage = usage == null ? Completion.Usage.UNKNOWN : usage;
    Require.present(at, "at of the score of " + key.text());
  }

  /// The same sample, settled without a score in place of what was said of it.
  ///
  /// @param why the reason
  public Score settledAs(Status other, String why, Instant when) {
    return settled(other, List.of(), why, consulted, when);
  }

  /// The same sample and call, settled in another way.
  public Score settled(
      Status other,
      List<Contribution> given,
      @Nullable String why,
      @Nullable Consulted asked,
      Instant when) {
    return new Score(
        key,
        outputId,
        other,
        cluster,
        slices,
        given,
        why,
        callMillis,
        usage,
        asked,
        redelivered,
        when);
  }

  @Override
  public String recordKey() {
    return key.text();
  }
}
