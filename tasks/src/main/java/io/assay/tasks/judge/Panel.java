package io.assay.tasks.judge;

import io.assay.contracts.event.Blob;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.tasks.metric.Consulting.Question;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.util.ArrayList;
import java.util.List;

/// The judges of a metric and how they are called.
///
/// @param ids their ids among the job's judges
/// @param settings how they generate
record Panel(List<String> ids, GenerationSettings settings) {

  private static final List<Param> PARAMS =
      List.of(
          new Param(
              "judges",
              "list",
              "",
              "Ids of the judges that are asked; all of the job's judges if not given."),
          new Param("temperature", "number", "0", "How judges sample."),
          new Param(
              "max_tokens", "integer", "0", "Longest reply of a judge; 0 is its provider's own."));

  /// These parameters and those of the panel.
  static List<Param> with(List<Param> own) {
    var all = new ArrayList<>(own);
    all.addAll(PARAMS);
    return List.copyOf(all);
  }

  static Panel of(Params params) {
    List<String> ids = params.texts("judges");
    double temperature = params.number("temperature", 0);
    int longest = params.integer("max_tokens", 0);
    return new Panel(
        ids,
        new GenerationSettings(
            temperature, null, longest == 0 ? null : longest, List.of(), null, null));
  }

  /// The question to one judge.
  ///
  /// @param images what is attached to the text
  Question ask(String judge, String text, List<Blob> images) {
    return new Question(
        judge,
        new ModelRequest.GenerateText(List.of(new ChatMessage("user", text, images)), settings));
  }
}
