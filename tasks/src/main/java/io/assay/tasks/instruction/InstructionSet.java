package io.assay.tasks.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The instructions of one prompt, and which of them a response follows: as it is (strict), or in
/// any of eight versions without asterisks, without its first line, without its last (loose).
///
/// @param ids their names, such as `punctuation:no_comma`
/// @param instructions one for each name
record InstructionSet(List<String> ids, List<Instruction> instructions) {

  /// Reads the instructions of a prompt.
  ///
  /// @param ids their names
  /// @param kwargs an object of arguments for each
  /// @throws IllegalArgumentException where they do not fit together, an instruction is unknown or
  ///   cannot be decided, or its arguments are wrong
  static InstructionSet of(List<String> ids, JsonNode kwargs) {
    if (!kwargs.isArray() || kwargs.size() != ids.size()) {
      throw new IllegalArgumentException(
          "kwargs is no list of " + ids.size() + " objects, as there are instructions");
    }
    var instructions = new ArrayList<Instruction>();
    for (int i = 0; i < ids.size(); i++) {
      instructions.add(Catalog.instruction(new Arguments(ids.get(i), kwargs.get(i))));
    }
    return new InstructionSet(ids, instructions);
  }

  /// Whether each is followed.
  ///
  /// @return empty where an expression of an instruction backtracks too much
  Optional<List<Boolean>> strict(String response) {
    return followed(List.of(response));
  }

  /// Whether each is followed by one of the versions.
  ///
  /// @return empty where an expression of an instruction backtracks too much
  Optional<List<Boolean>> loose(String response) {
    List<String> lines = Lines.of(response);
    var versions = new ArrayList<String>();
    versions.add(response);
    versions.add(joined(lines.subList(1, lines.size())));
    versions.add(joined(lines.subList(0, lines.size() - 1)));
    versions.add(joined(lines.subList(Math.min(1, lines.size() - 1), lines.size() - 1)));
    List.copyOf(versions).forEach(each -> versions.add(each.replace("*", "")));
    return followed(versions);
  }

  private static String joined(List<String> lines) {
    return PythonText.strip(String.join("\n", lines));
  }

  private Optional<List<Boolean>> followed(List<String> versions) {
    List<String> some =
        versions.stream().filter(each -> !PythonText.strip(each).isEmpty()).distinct().toList();
    var followed = new ArrayList<Boolean>();
    for (Instruction instruction : instructions) {
      Optional<Boolean> any = any(instruction, some);
      if (any.isEmpty()) {
        return Optional.empty();
      }
      followed.add(any.get());
    }
    return Optional.of(followed);
  }

  private static Optional<Boolean> any(Instruction instruction, List<String> versions) {
    for (String version : versions) {
      Optional<Boolean> followed = instruction.isFollowed(version);
      if (followed.isEmpty() || followed.get()) {
        return followed;
      }
    }
    return Optional.of(false);
  }
}
