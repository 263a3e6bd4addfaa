package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to a judge, with everything that is known so far, so that whoever gets the answer can
/// go on without a memory of his own: ask the next question, or write the scores that wait.
///
/// @param question which of the questions is asked; the same question has the same id in every run
/// @param subjects whose scores wait: one model's, or all those that are compared
/// @param replies answers to earlier questions
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Inquiry(String question, List<Subject> subjects, List<Reply> replies) {

  public Inquiry {
    Require.text(question, "question");
    subjects = List.copyOf(Require.some(subjects, "subjects of question " + question));
    replies = replies == null ? List.of() : List.copyOf(replies);
  }

  /// One model's answer that is judged.
  ///
  /// @param draft its score without what the judges say
  /// @param answer what the model gave back; absent where it failed, its score was written then
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Subject(Score draft, @Nullable Answer answer) {
    public Subject {
      Require.present(draft, "draft of a subject");
    }

    /// Whose answer it is.
    public String modelId() {
      return draft.key().modelId();
    }
  }

  /// What a judge said.
  ///
  /// @param question which question
  /// @param tries how often it was asked, 1 normally
  /// @param answer the last answer
  /// @param usage what all tries used together
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reply(String question, int tries, Answer answer, Completion.Usage usage) {
    public Reply {
      Require.text(question, "question of a reply");
      Require.atLeast(1, tries, "tries of question " + question);
      Require.present(answer, "answer to question " + question);
      usage = usage == null ? Completion.Usage.UNKNOWN : usage;
    }
  }
}
