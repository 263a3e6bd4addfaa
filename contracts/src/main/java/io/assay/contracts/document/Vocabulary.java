package io.assay.contracts.document;

import io.assay.contracts.spec.ModelSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document may name without saying more.
public interface Vocabulary {

  /// How the catalogue's model of this id is called.
  FoundModel model(String id);

  /// The metrics of a task that names none; empty where the type is unknown.
  List<String> defaultMetrics(String taskType);

  /// What the catalogue has under an id.
  sealed interface FoundModel {

    /// The model can be called.
    record Served(ModelSpec serving) implements FoundModel {}

    /// It cannot.
    ///
    /// @param reason why, in words
    /// @param suggestion what to do
    record NotServed(String reason, @Nullable String suggestion) implements FoundModel {}
  }
}
