package io.assay.tasks.judge;

import io.assay.contracts.event.Answer;
import io.assay.tasks.metric.Consulting.Question;
import io.assay.tasks.metric.Consulting.Subject;
import java.util.List;

/// A way of asking judges about a text.
interface Assessment {

  /// The judges' ids.
  List<String> judges();

  /// What is asked; see [io.assay.tasks.metric.Consulting#questions].
  List<Question> questions(Subject subject);

  /// Whether a judge's words hold a verdict.
  boolean isClear(String reply);

  /// The form that a verdict has, for a judge that forgot it.
  String form();

  /// The judges' opinions by their replies, all of which are clear.
  List<Opinion> opinions(Subject subject, List<Answer> replies);
}
