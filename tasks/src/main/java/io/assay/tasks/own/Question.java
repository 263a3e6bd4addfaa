package io.assay.tasks.own;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Sample;

/// What a user's program is told of an answer.
final class Question {

  private Question() {}

  static String of(Sample sample, String output) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question.put("id", sample.id());
    question.set("input", sample.input());
    question.set("target", sample.target());
    question.put("output", output);
    ObjectNode metadata = question.putObject("metadata");
    sample.metadata().forEach(metadata::set);
    return question.toString();
  }
}
