package io.assay.contracts.asyncapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What only the source of the contracts says: the meaning of a record's components, and which of
/// them its constructor demands. Reads google-java-format's layout.
final class SourceDocs {

  private static final Pattern TYPE =
      Pattern.compile(
          "^ *(?:public )?(?:sealed |non-sealed |final )*(?:record|interface|enum) (\\w+).*");
  private static final Pattern CONSTRUCTOR = Pattern.compile("^ *public (\\w+) \\{");
  private static final Pattern DEMAND =
      Pattern.compile("Require\\.(?:present|text|some)\\((\\w+),");
  private static final Pattern PARAM = Pattern.compile("@param (\\w+) (.*)");

  /// @param summary the first sentence of the type
  /// @param components the meaning of each component
  /// @param demanded the components that may not be absent
  record TypeDoc(String summary, Map<String, String> components, Set<String> demanded) {}

  private final Map<String, TypeDoc> types = new HashMap<>();

  private SourceDocs() {}

  /// Reads all sources below a folder.
  static SourceDocs read(Path folder) {
    var docs = new SourceDocs();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        docs.readFile(Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return docs;
  }

  Optional<TypeDoc> of(Class<?> type) {
    return Optional.ofNullable(types.get(type.getSimpleName()));
  }

  private void readFile(List<String> lines) {
    var comment = new ArrayList<String>();
    String constructor = "";
    for (String line : lines) {
      var text = line.strip();
      var type = TYPE.matcher(line);
      var started = CONSTRUCTOR.matcher(line);
      if (text.startsWith("///")) {
        comment.add(text.substring(3).strip());
      } else if (type.matches()) {
        types.put(type.group(1), doc(comment));
        comment.clear();
      } else if (started.find()) {
        constructor = started.group(1);
      } else if (!text.startsWith("@") && !text.startsWith("})")) {
        comment.clear();
      }
      demand(constructor, line);
    }
  }

  private void demand(String constructor, String line) {
    var demand = DEMAND.matcher(line);
    while (demand.find() && types.containsKey(constructor)) {
      types.get(constructor).demanded().add(demand.group(1));
    }
  }

  private static TypeDoc doc(List<String> comment) {
    var components = new HashMap<String, String>();
    var summary = new StringBuilder();
    String current = "";
    for (String line : comment) {
      var param = PARAM.matcher(line);
      if (param.matches()) {
        current = param.group(1);
        components.put(current, plain(param.group(2)));
      } else if (!current.isEmpty()) {
        components.merge(current, plain(line), (a, b) -> (a + " " + b).strip());
      } else {
        summary.append(plain(line)).append(' ');
      }
    }
    return new TypeDoc(summary.toString().strip(), components, new TreeSet<>());
  }

  /// Links of doc comments as plain words.
  private static String plain(String text) {
    return text.replaceAll("\\[([^\\]]*[.#])?(\\w+)\\](\\([^)]*\\))?", "$2");
  }
}
