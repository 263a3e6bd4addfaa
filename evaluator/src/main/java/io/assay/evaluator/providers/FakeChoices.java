package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Sample;
import java.util.ArrayList;
import java.util.List;

/// What an oracle knows of a question with choices: which one is right. The target names it by its
/// letter, its number from 0, or its text.
final class FakeChoices {

  private FakeChoices() {}

  /// The right choice's text; the target where there are no choices.
  static String text(Sample sample) {
    JsonNode target = sample.target();
    if (target == null) {
      return "";
    }
    String named = target.isArray() && !target.isEmpty() ? target.get(0).asText() : target.asText();
    List<String> choices = choices(sample);
    int index = index(named, choices);
    return index < 0 ? named : choices.get(index);
  }

  /// The right choice's letter; the target where there are no choices.
  static String letter(Sample sample, String target) {
    int index = index(target, choices(sample));
    return index < 0 ? target : String.valueOf((char) ('A' + index));
  }

  private static List<String> choices(Sample sample) {
    var choices = new ArrayList<String>();
    JsonNode field = sample.metadata().get("choices");
    if (field != null && field.isArray()) {
      field.forEach(each -> choices.add(each.asText()));
    }
    return choices;
  }

  private static int index(String named, List<String> choices) {
    int index = choices.indexOf(named);
    if (index < 0 && named.matches("[A-Z]")) {
      index = named.charAt(0) - 'A';
    } else if (index < 0 && named.matches("\\d{1,3}")) {
      index = Integer.parseInt(named);
    }
    return index < choices.size() ? index : -1;
  }
}
