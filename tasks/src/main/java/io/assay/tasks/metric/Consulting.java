package io.assay.tasks.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import java.util.List;
import java.util.Optional;

/// A metric that asks other models about an answer: judges, or an embedding model. It says what to
/// ask and what the replies mean; asking is done by the pipeline, through the same queues as
/// everything that models are asked. Its [Metric#judge] cannot say anything by itself.
public interface Consulting {

  /// Ids of the models that it asks, among the job's judges.
  List<String> judges();

  /// What is to be asked about an answer: the same questions in the same order each time. Equal
  /// questions of several metrics are asked once.
  ///
  /// @return empty where there is nothing to ask, such as of two equal answers
  List<Question> questions(Subject subject);

  /// A question that follows an unclear reply; empty where the reply is clear.
  Optional<ModelRequest> followUp(Question question, Answer reply);

  /// What the replies say.
  ///
  /// @param replies to each of [#questions], in order
  Judgement judge(Subject subject, List<Answer> replies);

  /// What one model is asked.
  ///
  /// @param judge id of the model that is asked
  /// @param request what it is asked
  record Question(String judge, ModelRequest request) {}

  /// An answer that is judged.
  ///
  /// @param modelId who gave it
  /// @param sample what it is an answer to
  /// @param answer what was given
  /// @param rivals other models' answers to the same sample, where answers are compared
  record Subject(String modelId, Sample sample, Answer answer, List<Rival> rivals) {
    public Subject {
      rivals = List.copyOf(rivals);
    }
  }

  /// Another model's answer to the same sample.
  record Rival(String modelId, Answer answer) {}
}
