package io.assay.tasks.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads the resource that lists spellings by word families; its first lines say how.
final class SpellingFamilies {

  private static final String NOTHING = "-";

  private final Map<String, String> american = new HashMap<>();
  private String[] rule = {};
  private List<String> left = List.of();

  private SpellingFamilies() {}

  static Map<String, String> read(String resource) {
    var families = new SpellingFamilies();
    lines(resource).filter(each -> !each.isBlank() && !each.startsWith("#")).forEach(families::add);
    return families.american;
  }

  private static java.util.stream.Stream<String> lines(String resource) {
    try (InputStream stream = SpellingFamilies.class.getResourceAsStream(resource)) {
      return new String(
              Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8)
          .lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    if (!line.startsWith(" ")) {
      rule = line.split(" > ", -1);
    } else if (rule.length == 2) {
      addFamilies(line.strip());
    } else {
      addStem(line.strip());
    }
  }

  private void addFamilies(String line) {
    int colon = line.indexOf(": ");
    left = colon < 0 ? left : List.of(line.substring(0, colon).split(" ", -1));
    for (String stem : line.substring(colon < 0 ? 0 : colon + 2).split(" ", -1)) {
      left.forEach(ending ->
          american.put(
              text(stem) + text(rule[0]) + text(ending),
              text(stem) + text(rule[1]) + text(ending)));
    }
  }

  private void addStem(String line) {
    int equals = line.indexOf(" = ");
    int colon = line.indexOf(": ");
    if (equals >= 0) {
      String american = line.substring(equals + 3, colon < 0 ? line.length() : colon);
      left = List.of(line.substring(0, equals), american);
    }
    String endings = equals >= 0 && colon < 0 ? NOTHING : line.substring(colon < 0 ? 0 : colon + 2);
    for (String ending : endings.split(" ", -1)) {
      american.put(left.get(0) + text(ending), left.get(1) + text(ending));
    }
  }

  private static String text(String written) {
    return written.equals(NOTHING) ? "" : written;
  }
}
