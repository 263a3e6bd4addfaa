package io.assay.contracts.event;

import io.assay.contracts.spec.Require;

/// What one prompt, its output and its score have in common.
///
/// @param jobId the job that asked
/// @param modelId the model that was asked
/// @param task the job's task that the sample belongs to
/// @param sampleId the dataset's id of the sample, or a hash of it; never a running index
/// @param epoch which repeat of the sample, from 1
public record SampleKey(String jobId, String modelId, String task, String sampleId, int epoch) {

  public SampleKey {
    Require.text(jobId, "jobId");
    Require.text(modelId, "modelId");
    Require.text(task, "task");
    Require.text(sampleId, "sampleId");
    Require.atLeast(1, epoch, "epoch of sample " + sampleId);
  }

  /// As a record's key.
  public String text() {
    return Keys.join(jobId, modelId, task, sampleId, Integer.toString(epoch));
  }

  /// Reads what [#text] wrote.
  ///
  /// @throws IllegalArgumentException where the key is not of five fields
  public static SampleKey parse(String key) {
    var fields = Keys.split(key);
    if (fields.size() != 5) {
      throw new IllegalArgumentException(
          "sample key " + key + " has " + fields.size() + " fields, expected 5");
    }
    return new SampleKey(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        fields.get(3),
        Integer.parseInt(fields.get(4)));
  }
}
