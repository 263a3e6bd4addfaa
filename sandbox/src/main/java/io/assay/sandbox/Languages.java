package io.assay.sandbox;

import static io.assay.sandbox.Language.Mark.INPUT;
import static io.assay.sandbox.Language.Mark.NONE;
import static io.assay.sandbox.Language.Mark.SOURCE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The languages, besides Python, that are known, by the names that MultiPL-E gives them. A new one
/// is one entry here.
final class Languages {

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private static final Map<String, Language> KNOWN =
      all().stream().collect(Collectors.toMap(Language::name, Function.identity()));

  private Languages() {}

  private static List<Language> all() {
    return List.of(
        java(),
        script("js", "main.js", "node", "\nconsole.log(\"{mark}\");\n", "AssertionError"),
        script("rb", "main.rb", "ruby", "\nputs \"{mark}\"\n", "Failure:"),
        script("lua", "main.lua", "lua", "\nprint(\"{mark}\")\n", "assertion failed"),
        script("php", "main.php", "php", "\necho \"{mark}\";\n", "assert"),
        script("pl", "main.pl", "perl", "\nprint \"{mark}\";\n", "not ok"),
        script("sh", "main.sh", "bash", "\necho {mark}\n", "assert"),
        new Language(
            "cpp",
            "main.cpp",
            List.of(program("g++"), "-std=c++17", "-O1", "-o", "main", "{file}"),
            List.of("./main"),
            NONE,
            "",
            List.of("Assertion"),
            true));
  }

  private static Language java() {
    String bin = JAVA_HOME.resolve("bin").toString();
    return new Language(
        "java",
        "{main}.java",
        List.of(
            bin + "/javac",
            "-J-XX:TieredStopAtLevel=1",
            "-J-XX:+UseSerialGC",
            "-J-Xmx512m",
            "-nowarn",
            "-d",
            ".",
            "{file}",
            JavaSource.LAUNCHER + ".java"),
        List.of(
            bin + "/java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx512m",
            "-ea",
            "-cp",
            ".",
            JavaSource.LAUNCHER,
            "{main}"),
        INPUT,
        "",
        List.of("java.lang.AssertionError"),
        false);
  }

  private static Language script(
      String name, String file, String interpreter, String epilogue, String failedWord) {
    return new Language(
        name,
        file,
        List.of(),
        List.of(program(interpreter), "{file}"),
        SOURCE,
        epilogue,
        List.of(failedWord),
        !interpreter.equals("node"));
  }

  private static String program(String name) {
    return List.of("/usr/local/bin/", "/usr/bin/").stream()
        .map(folder -> folder + name)
        .filter(each -> Files.isExecutable(Path.of(each)))
        .findFirst()
        .orElse("/usr/bin/" + name);
  }

  /// The languages whose programs are on this machine.
  static List<String> installed() {
    return KNOWN.values().stream()
        .filter(Languages::isInstalled)
        .map(Language::name)
        .sorted()
        .toList();
  }

  private static boolean isInstalled(Language language) {
    String first =
        language.compile().isEmpty() ? language.run().getFirst() : language.compile().getFirst();
    return Files.isExecutable(Path.of(first));
  }

  /// A language by its name.
  ///
  /// @throws IllegalArgumentException where it is not known
  static Language get(String name) {
    Language language = KNOWN.get(name);
    if (language == null) {
      throw new IllegalArgumentException("unknown language " + name);
    }
    return language;
  }

  /// Folders outside of `/usr` that they need.
  static List<Path> folders() {
    var folders = new ArrayList<Path>();
    if (!JAVA_HOME.startsWith("/usr")) {
      folders.add(JAVA_HOME);
    }
    return folders;
  }
}
