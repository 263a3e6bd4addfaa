package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Languages that the operator adds, or changes, by a JSON file: a list of objects with the keys of
/// [Language], of which `name`, `file` and `run` are needed.
final class OwnLanguages {

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "file",
          "compile",
          "run",
          "mark",
          "epilogue",
          "failedWords",
          "bounded",
          "helpers",
          "folders");

  private final Path file;

  private OwnLanguages(Path file) {
    this.file = file;
  }

  /// The languages of the file that `assay.sandbox.languages` names; none if it names none.
  ///
  /// @throws IllegalArgumentException where the file cannot be read or is wrong; says where and how
  static List<Language> configured() {
    return Settings.text("languages").map(name -> read(Path.of(name))).orElse(List.of());
  }

  static List<Language> read(Path file) {
    return new OwnLanguages(file).all();
  }

  private List<Language> all() {
    JsonNode list = parsed();
    if (!list.isArray()) {
      throw wrong("expected a list of languages");
    }
    var languages = new ArrayList<Language>();
    list.forEach(each -> languages.add(language(each)));
    return languages;
  }

  private JsonNode parsed() {
    try {
      return JsonMapper.builder().build().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "assay.sandbox.languages: " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Language language(JsonNode entry) {
    var unknown = new TreeSet<String>();
    entry.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw wrong("unknown key " + unknown.first() + ", expected " + new TreeSet<>(KEYS));
    }
    return new Language(
        text(entry, "name").toLowerCase(Locale.ROOT),
        text(entry, "file"),
        texts(entry, "compile"),
        command(entry),
        mark(entry),
        entry.path("epilogue").asText(""),
        texts(entry, "failedWords"),
        entry.path("bounded").asBoolean(true),
        helpers(entry),
        texts(entry, "folders").stream().map(Path::of).toList());
  }

  private List<String> command(JsonNode entry) {
    List<String> run = texts(entry, "run");
    if (run.isEmpty()) {
      throw wrong("language " + entry.path("name").asText() + " has no run, a list of words");
    }
    return run;
  }

  private Language.Mark mark(JsonNode entry) {
    String word = entry.path("mark").asText("none");
    return Arrays.stream(Language.Mark.values())
        .filter(each -> each.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> wrong("mark is " + word + ", expected none, source or input"));
  }

  private static Map<String, String> helpers(JsonNode entry) {
    var helpers = new HashMap<String, String>();
    entry
        .path("helpers")
        .properties()
        .forEach(each -> helpers.put(each.getKey(), each.getValue().asText()));
    return helpers;
  }

  private String text(JsonNode entry, String key) {
    if (!entry.path(key).isTextual() || entry.path(key).asText().isBlank()) {
      throw wrong("a language has no " + key + ", a text: " + entry);
    }
    return entry.path(key).asText();
  }

  private List<String> texts(JsonNode entry, String key) {
    JsonNode list = entry.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      throw wrong(key + " is " + list + ", expected a list of words");
    }
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("assay.sandbox.languages: " + file + ": " + what);
  }
}
