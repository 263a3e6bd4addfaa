package io.assay.sandbox;

import static io.assay.sandbox.Language.Mark.INPUT;
import static io.assay.sandbox.Language.Mark.SOURCE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages, besides Python, that are known, by the names that MultiPL-E gives them. A new one
/// is one entry here, or in the file that the operator names (see [OwnLanguages]).
final class Languages {

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private static final Map<String, Language> KNOWN =
      Stream.concat(all().stream(), OwnLanguages.configured().stream())
          .collect(
              Collectors.toMap(Language::name, Function.identity(), (_, configured) -> configured));

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
        cpp());
  }

  /// The program's `main` is renamed after compiling, so that a launcher of ours can call it.
  private static Language cpp() {
    String compiler = program("g++");
    return new Language(
        "cpp",
        "main.cpp",
        List.of(
            program("sh"),
            "-c",
            compiler
                + " -std=c++17 -O1 -c -o main.o {file}"
                + " && objcopy --redefine-sym main=assay_main main.o && "
                + compiler
                + " -o main launcher.cpp main.o"),
        List.of("./main"),
        INPUT,
        "",
        List.of("Assertion"),
        true,
        Map.of("launcher.cpp", JavaSource.resource("launcher.cpp")),
        List.of());
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
        false,
        Map.of(JavaSource.LAUNCHER + ".java", JavaSource.resource("AssayLauncher.java.txt")),
        List.of(JAVA_HOME));
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
        !interpreter.equals("node"),
        Map.of(),
        List.of());
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
    boolean compiler =
        !language.name().equals("cpp") || Files.isExecutable(Path.of(program("g++")));
    return compiler && Files.isExecutable(Path.of(first));
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
    return KNOWN.values().stream()
        .flatMap(each -> each.folders().stream())
        .filter(each -> !each.startsWith("/usr"))
        .distinct()
        .toList();
  }
}
