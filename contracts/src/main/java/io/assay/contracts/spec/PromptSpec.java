package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How a sample becomes the text that a model reads.
///
/// @param template Jinja template over the row's fields and `input`, `target`, `choices`; the input
///   itself if absent
/// @param system the system message; none if absent
/// @param preamble text before the examples and the question; none if absent
/// @param fewshot solved examples that come before the question
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PromptSpec(
    @Nullable String template,
    @Nullable String system,
    @Nullable String preamble,
    @Nullable FewShot fewshot) {

  /// The input alone.
  public static final PromptSpec DEFAULTS = new PromptSpec(null, null, null);

  /// Nothing before the examples.
  public PromptSpec(@Nullable String template, @Nullable String system, @Nullable FewShot fewshot) {
    this(template, system, null, fewshot);
  }

  /// Solved examples, taken from a file or split of their own so that no sample is its own example.
  ///
  /// @param path the file of examples, in the dataset's format
  /// @param split the split of the same hub dataset that has the examples, in place of a file
  /// @param count how many examples
  /// @param seed which ones: the examples with the lowest hash of this seed and their content; the
  ///   first ones of the file if absent
  /// @param template Jinja template of one solved example; the prompt's template followed by the
  ///   target if absent
  /// @param delimiter text after each example; an empty line if absent
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FewShot(
      @Nullable String path,
      @Nullable String split,
      int count,
      @Nullable Long seed,
      @Nullable String template,
      @Nullable String delimiter) {
    public FewShot {
      if ((path == null || path.isBlank()) == (split == null || split.isBlank())) {
        throw new IllegalArgumentException(
            "prompt.fewshot needs either a path or a split of the dataset");
      }
      Require.atLeast(1, count, "prompt.fewshot.count");
    }

    /// Examples of a file.
    public FewShot(String path, int count, @Nullable Long seed, @Nullable String template) {
      this(path, null, count, seed, template, null);
    }

    /// Where the examples come from, for people.
    public String place() {
      return path == null ? "split " + split : path;
    }
  }
}
