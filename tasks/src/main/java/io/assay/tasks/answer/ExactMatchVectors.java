package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.List;

/// `exact_match` of Hugging Face's `evaluate` over lists of texts.
@AutoService(ReferenceFunction.class)
public final class ExactMatchVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of("exact_match");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    AnswerCleaning cleaning = cleaning(line.params());
    List<String> given = cleaned(VectorJson.oneOrMoreTexts(line.input("predictions")), cleaning);
    List<String> expected = cleaned(VectorJson.oneOrMoreTexts(line.input("references")), cleaning);
    if (given.size() != expected.size()) {
      throw new IllegalArgumentException(
          given.size() + " predictions for " + expected.size() + " references");
    }
    return JsonNodeFactory.instance
        .objectNode()
        .set("exact_match", VectorJson.json(share(given, expected, line.params())));
  }

  private static double share(List<String> given, List<String> expected, VectorParams params) {
    if (isPlainList(params)) {
      return given.equals(expected) ? 1 : 0;
    }
    double right = 0;
    for (int i = 0; i < given.size(); i++) {
      right += given.get(i).equals(expected.get(i)) ? 1 : 0;
    }
    return right / given.size();
  }

  /// With an empty list of expressions and nothing else to do the reference makes no arrays, and
  /// compares one list with the other.
  private static boolean isPlainList(VectorParams params) {
    JsonNode expressions = params.get("regexes_to_ignore");
    return expressions.isArray()
        && expressions.isEmpty()
        && !params.flag("ignore_case", false)
        && !params.flag("ignore_punctuation", false)
        && !params.flag("ignore_numbers", false);
  }

  private static AnswerCleaning cleaning(VectorParams params) {
    List<String> ignored =
        params.has("regexes_to_ignore")
            ? VectorJson.oneOrMoreTexts(params.get("regexes_to_ignore"))
            : List.of();
    return new AnswerCleaning(
        ignored.stream().map(PythonRegex::compile).toList(),
        params.flag("ignore_case", false),
        params.flag("ignore_punctuation", false),
        params.flag("ignore_numbers", false));
  }

  private static List<String> cleaned(List<String> texts, AnswerCleaning cleaning) {
    List<String> kept =
        texts.stream()
            .map(each ->
                cleaning
                    .withoutIgnored(each)
                    .orElseThrow(
                        () -> new IllegalArgumentException("regexes_to_ignore backtrack too much")))
            .toList();
    int width = kept.stream().mapToInt(AnswerCleaning::width).max().orElse(0);
    return kept.stream().map(each -> cleaning.folded(each, width)).toList();
  }
}
