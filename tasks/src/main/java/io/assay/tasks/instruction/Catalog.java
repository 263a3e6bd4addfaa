package io.assay.tasks.instruction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which check decides which of IFEval's instructions.
final class Catalog {

  /// They need a language detector or a trained sentence splitter.
  private static final List<String> UNDECIDED =
      List.of(
          "change_case:capital_word_frequency",
          "change_case:english_capital",
          "change_case:english_lowercase",
          "language:response_language",
          "length_constraints:number_sentences");

  private static final Map<String, Function<Arguments, Instruction>> CHECKS = checks();

  private Catalog() {}

  private static Map<String, Function<Arguments, Instruction>> checks() {
    var checks = new HashMap<String, Function<Arguments, Instruction>>();
    checks.put("combination:repeat_prompt", EndChecks::repeatsPrompt);
    checks.put("combination:two_responses", bare(EndChecks::hasTwoResponses));
    checks.put("detectable_content:number_placeholders", FormatChecks::placeholders);
    checks.put("detectable_content:postscript", FormatChecks::postscript);
    checks.put("detectable_format:constrained_response", bare(FormatChecks::hasAnswer));
    checks.put("detectable_format:json_format", bare(FormatChecks::isJson));
    checks.put("detectable_format:multiple_sections", FormatChecks::sections);
    checks.put("detectable_format:number_bullet_lists", FormatChecks::bullets);
    checks.put("detectable_format:number_highlighted_sections", FormatChecks::highlights);
    checks.put("detectable_format:title", bare(FormatChecks::hasTitle));
    checks.put("keywords:existence", KeywordChecks::existence);
    checks.put("keywords:forbidden_words", KeywordChecks::forbidden);
    checks.put("keywords:frequency", KeywordChecks::frequency);
    checks.put("keywords:letter_frequency", KeywordChecks::letterFrequency);
    checks.put("length_constraints:nth_paragraph_first_word", LengthChecks::firstWord);
    checks.put("length_constraints:number_paragraphs", LengthChecks::paragraphs);
    checks.put("length_constraints:number_words", LengthChecks::words);
    checks.put("punctuation:no_comma", bare(response -> response.indexOf(',') < 0));
    checks.put("startend:end_checker", EndChecks::end);
    checks.put("startend:quotation", bare(EndChecks::isQuoted));
    return Map.copyOf(checks);
  }

  /// An instruction without arguments.
  private static Function<Arguments, Instruction> bare(Predicate<String> check) {
    return _ -> Instruction.of(check);
  }

  static boolean isUndecided(String id) {
    return UNDECIDED.contains(id);
  }

  /// The check of an instruction.
  ///
  /// @throws IllegalArgumentException where there is no such instruction, it cannot be decided, or
  ///   its arguments are wrong
  static Instruction instruction(Arguments arguments) {
    String id = arguments.instruction();
    Function<Arguments, Instruction> check = CHECKS.get(id);
    if (check != null) {
      return check.apply(arguments);
    }
    if (isUndecided(id)) {
      throw new IllegalArgumentException(
          "instruction " + id + " needs a language detector or sentence splitter, and is left out");
    }
    throw new IllegalArgumentException(
        "unknown instruction " + id + ", expected one of " + String.join(", ", names()));
  }

  private static Iterable<String> names() {
    return new TreeSet<>(CHECKS.keySet());
  }
}
