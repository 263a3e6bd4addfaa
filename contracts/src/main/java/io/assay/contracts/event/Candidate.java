package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One model's answer on its way to being compared with others', on `assay.candidates`. It waits
/// there until the other models' answers to the same sample have come; then it is deleted and the
/// judges are asked.
///
/// @param prompt what the model was asked
/// @param draft its score without comparisons
/// @param answer what it gave back; absent where it failed, its score was written then
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(Prompt prompt, Score draft, @Nullable Answer answer) implements Event {

  public Candidate {
    Require.present(prompt, "prompt of a candidate");
    Require.present(draft, "draft of candidate " + prompt.key().text());
  }

  /// The sample, whichever model answered.
  ///
  /// @return job, task, sample and epoch as one key
  @JsonIgnore
  public String sample() {
    var key = prompt.key();
    return Keys.join(key.jobId(), key.task(), key.sampleId(), Integer.toString(key.epoch()));
  }

  /// The sample, then the model: all answers to a sample are in one partition, see
  /// [io.assay.contracts.wire.SamplePartitioner].
  @Override
  public String recordKey() {
    return sample() + "|" + Keys.join(prompt.key().modelId());
  }

  /// The part of a record's key that names the sample.
  public static String sampleOf(String recordKey) {
    return recordKey.substring(0, Math.max(0, recordKey.lastIndexOf('|')));
  }

  /// The job of a record's key.
  public static String jobOf(String recordKey) {
    List<String> fields = Keys.split(recordKey);
    return fields.getFirst();
  }
}
