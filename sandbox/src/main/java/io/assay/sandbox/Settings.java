package io.assay.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings from properties and variables.
final class Settings {

  private static final String PREFIX = "assay.sandbox.";

  private Settings() {}

  static Optional<String> text(String name) {
    String variable = (PREFIX + name).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    return Optional.ofNullable(System.getProperty(PREFIX + name))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(each -> !each.isBlank());
  }

  /// A whole number of at least 1.
  static Optional<Integer> number(String name) {
    return text(name).map(given -> parsed(name, given));
  }

  private static int parsed(String name, String given) {
    if (!given.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          PREFIX + name + " is " + given + ", expected a whole number of 1 or more");
    }
    return Integer.parseInt(given);
  }

  /// A program: the one that is set, else one that all users can read, else one on the path.
  static Optional<Path> program(String name, String file) {
    Stream<String> usual = Stream.of("/usr/local/bin", "/usr/bin", "/bin");
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Stream<String> others = Arrays.stream(path.split(File.pathSeparator));
    return text(name)
        .map(Path::of)
        .or(() ->
            Stream.concat(usual, others)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, file))
                .filter(Files::isExecutable)
                .findFirst());
  }
}
