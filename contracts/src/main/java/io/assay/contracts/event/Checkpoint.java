package io.assay.contracts.event;

import io.assay.contracts.spec.Require;
import java.util.Map;

/// How far a job's prompts have been issued, on `assay.checkpoints`; written in the same
/// transaction as the prompts, so that a restarted producer goes on exactly there.
///
/// @param jobId the job
/// @param models per model, how far it is
public record Checkpoint(String jobId, Map<String, Position> models) implements Event {

  /// How far one model is.
  ///
  /// @param issued how many prompts of this model were issued
  /// @param total how many there will be; -1 while the dataset has not been counted
  /// @param exhausted whether there is nothing left to issue
  public record Position(long issued, long total, boolean exhausted) {}

  public Checkpoint {
    Require.text(jobId, "jobId");
    models = Map.copyOf(Require.present(models, "models of the checkpoint of " + jobId));
  }

  @Override
  public String recordKey() {
    return jobId;
  }
}
