package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How a sample becomes the text that a model reads.
///
/// @param template Jinja template over the row's fields and `input`, `target`, `choices`; the input
///   itself if absent
/// @param system the system message; none if absent
/// @param fewshot solved examples that come before the question
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PromptSpec(
    @Nullable String template, @Nullable String system, @Nullable FewShot fewshot) {

  /// The input alone.
  public static final PromptSpec DEFAULTS = new PromptSpec(null, null, null);

  /// Solved examples, taken from a file of their own so that no sample is its own example.
  ///
  /// @param path the file of examples, in the dataset's format
  /// @param count how many examples
  /// @param seed which ones: the examples with the lowest hash of this seed and their content; the
  ///   first ones of the file if absent
  /// @param template Jinja template of one solved example; the prompt's template followed by the
  ///   target if absent
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FewShot(String path, int count, @Nullable Long seed, @Nullable String template) {
    public FewShot {
      Require.text(path, "prompt.fewshot.path");
      Require.atLeast(1, count, "prompt.fewshot.count");
    }
  }
}
