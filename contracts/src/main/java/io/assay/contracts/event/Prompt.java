package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request for one sample to one model, on `assay.prompts.<pool>`. Complete in itself: a worker
/// needs nothing else to call the model, and a scorer nothing else to judge the answer.
///
/// @param key whose it is
/// @param taskType how it is judged
/// @param model how the model is reached
/// @param request what the model is asked
/// @param sample what it was made of; its target is never sent to the model
/// @param metrics what will be measured
/// @param maxRetries how often a worker may repeat a failed call; the worker's default if absent
/// @param timeLimit seconds that the call may take; the worker's default if absent
/// @param judging who judges the answer, where a metric asks other models; absent where none does
/// @param issuedAt when it was written
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Prompt(
    SampleKey key,
    String taskType,
    ModelSpec model,
    ModelRequest request,
    Sample sample,
    List<MetricSpec> metrics,
    @Nullable Integer maxRetries,
    @Nullable Double timeLimit,
    @Nullable Judging judging,
    Instant issuedAt)
    implements Event {

  public Prompt {
    Require.present(key, "key");
    Require.text(taskType, "taskType of " + key.text());
    Require.present(model, "model of " + key.text());
    Require.present(request, "request of " + key.text());
    Require.present(sample, "sample of " + key.text());
    metrics = List.copyOf(Require.some(metrics, "metrics of " + key.text()));
    Require.present(issuedAt, "issuedAt of " + key.text());
  }

  /// A prompt whose answer no other model judges.
  public Prompt(
      SampleKey key,
      String taskType,
      ModelSpec model,
      ModelRequest request,
      Sample sample,
      List<MetricSpec> metrics,
      @Nullable Integer maxRetries,
      @Nullable Double timeLimit,
      Instant issuedAt) {
    this(key, taskType, model, request, sample, metrics, maxRetries, timeLimit, null, issuedAt);
  }

  /// What a judge is asked for; empty in prompts to the models under test.
  @JsonIgnore
  public Optional<Inquiry> inquiry() {
    return Optional.ofNullable(judging).map(Judging::inquiry);
  }

  /// The sample's key; a judge's prompt adds its question.
  @Override
  public String recordKey() {
    return inquiry()
        .map(inquiry -> key.text() + "|" + Keys.join(inquiry.question()))
        .orElseGet(key::text);
  }
}
