package io.assay.tasks.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The blocks of code in an answer written as Markdown: what stands between lines of three or more
/// back quotes or tildes. A block that is never closed goes to the end of the text.
final class CodeBlocks {

  private static final Map<String, Set<String>> OTHER_NAMES =
      Map.of(
          "python", Set.of("py", "python3", "python2"),
          "javascript", Set.of("js", "node"),
          "typescript", Set.of("ts"),
          "cpp", Set.of("c++", "cc"),
          "ruby", Set.of("rb"),
          "rust", Set.of("rs"),
          "go", Set.of("golang"),
          "shell", Set.of("sh", "bash"));

  private CodeBlocks() {}

  /// The block that is most likely the solution: the first of the language that is `wanted`, else
  /// the first of the language, else the first of all; a block that names no language is of any.
  static Optional<String> solution(String text, String language, Predicate<String> wanted) {
    List<Block> all = of(text);
    List<Block> fitting = all.stream().filter(each -> each.isOf(language)).toList();
    return fitting.stream()
        .filter(each -> wanted.test(each.code()))
        .findFirst()
        .or(() -> fitting.stream().findFirst())
        .or(() -> all.stream().findFirst())
        .map(Block::code);
  }

  private static List<Block> of(String text) {
    var blocks = new ArrayList<Block>();
    String fence = null;
    String language = "";
    var code = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String mark = fenceOf(line);
      if (fence == null && !mark.isEmpty()) {
        fence = mark;
        language = languageOf(line.strip().substring(mark.length()));
        code.setLength(0);
      } else if (fence != null && closes(line, mark, fence)) {
        blocks.add(new Block(language, code.toString()));
        fence = null;
      } else if (fence != null) {
        code.append(line).append('\n');
      }
    }
    if (fence != null) {
      blocks.add(new Block(language, code.toString()));
    }
    return blocks;
  }

  private static boolean closes(String line, String mark, String fence) {
    return mark.startsWith(fence) && line.strip().length() == mark.length();
  }

  /// The run of back quotes or tildes that a line begins with, empty if it is no fence.
  private static String fenceOf(String line) {
    String stripped = line.strip();
    char first = stripped.isEmpty() ? ' ' : stripped.charAt(0);
    int length = 0;
    while (length < stripped.length() && stripped.charAt(length) == first) {
      length++;
    }
    return (first == '`' || first == '~') && length >= 3 ? stripped.substring(0, length) : "";
  }

  private static String languageOf(String info) {
    String[] words = info.strip().split("[\\s{]", 2);
    return words[0].toLowerCase(Locale.ROOT);
  }

  private record Block(String language, String code) {
    boolean isOf(String wanted) {
      return language.isEmpty()
          || language.equals(wanted)
          || OTHER_NAMES.getOrDefault(wanted, Set.of()).contains(language);
    }
  }
}
