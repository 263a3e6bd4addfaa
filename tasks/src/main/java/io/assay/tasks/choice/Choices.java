package io.assay.tasks.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The answers that a sample offers, in its metadata `choices`, and which of them are right. Its
/// target names a right one by letter (`B`), by number from 0, or by its text; a list names
/// several.
///
/// @param texts the answers, two to 26
/// @param right the right ones, from 0; at least one
public record Choices(List<String> texts, Set<Integer> right) {

  /// The field of a sample's metadata that holds the answers.
  public static final String FIELD = "choices";

  private static final int MOST = 26;

  /// What a sample holds.
  public sealed interface Read {

    /// Answers to choose from.
    record Found(Choices choices) implements Read {}

    /// None, or no right one among them.
    ///
    /// @param reason what is wrong, without the sample's name
    record Unfit(String reason) implements Read {}
  }

  /// Reads the answers and the right ones.
  public static Read of(Sample sample) {
    List<String> texts = texts(sample);
    if (texts.size() < 2 || texts.size() > MOST) {
      return new Read.Unfit("metadata.choices is no list of 2 to " + MOST + " texts");
    }
    JsonNode target = sample.target();
    var right = new TreeSet<Integer>();
    for (JsonNode each : target != null && target.isArray() ? target : listOf(target)) {
      Set<Integer> meant = meant(each, texts);
      if (meant.size() != 1) {
        return new Read.Unfit(unclear(each, meant));
      }
      right.addAll(meant);
    }
    return right.isEmpty()
        ? new Read.Unfit("target is " + Targets.describe(target) + ", expected a choice")
        : new Read.Found(new Choices(texts, right));
  }

  /// The answers alone; empty where they are no list of texts or numbers.
  public static List<String> texts(Sample sample) {
    JsonNode choices = sample.metadata().get(FIELD);
    return choices == null || !choices.isArray()
        ? List.of()
        : Targets.texts(choices).orElse(List.of());
  }

  private static Iterable<JsonNode> listOf(@Nullable JsonNode target) {
    return target == null || target.isNull() ? List.of() : List.of(target);
  }

  private static String unclear(JsonNode target, Set<Integer> meant) {
    String what = "target " + Targets.describe(target);
    return meant.isEmpty()
        ? what + " is neither the letter nor the number nor the text of a choice"
        : what
            + " can mean choice "
            + meant.stream().map(each -> letter(each)).collect(Collectors.joining(" or "))
            + ": give the number, from 0";
  }

  /// Which choices a target can mean. A text that is a choice is not taken for a number.
  private static Set<Integer> meant(JsonNode target, List<String> texts) {
    if (target.isNumber()) {
      return number(target.asText(), texts.size()).map(Set::of).orElse(Set.of());
    }
    String text = target.asText();
    var meant = new TreeSet<Integer>();
    if (texts.contains(text)) {
      meant.add(texts.indexOf(text));
    }
    index(text, texts.size()).ifPresent(meant::add);
    return meant.isEmpty() ? number(text, texts.size()).map(Set::of).orElse(Set.of()) : meant;
  }

  private static Optional<Integer> number(String text, int size) {
    return text.matches("[0-9]{1,2}")
        ? Optional.of(Integer.valueOf(text)).filter(each -> each < size)
        : Optional.empty();
  }

  /// The choice that a capital letter names.
  static Optional<Integer> index(String letter, int size) {
    int index = letter.length() == 1 ? letter.charAt(0) - 'A' : -1;
    return index >= 0 && index < size ? Optional.of(index) : Optional.empty();
  }

  /// The letter of a choice.
  public static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  /// The letters of the right ones, for people.
  public String rightLetters() {
    return right.stream().map(Choices::letter).collect(Collectors.joining(" or "));
  }

  /// The choices with their letters, one a line.
  public static String listed(List<String> texts) {
    var lines = new ArrayList<String>();
    IntStream.range(0, texts.size()).forEach(i -> lines.add(letter(i) + ") " + texts.get(i)));
    return String.join("\n", lines);
  }
}
