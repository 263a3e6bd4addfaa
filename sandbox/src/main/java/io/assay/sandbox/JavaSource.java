package io.assay.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What must be known of a Java program to compile and start it.
final class JavaSource {

  /// The class that starts the program's main class.
  static final String LAUNCHER = "AssayLauncher";

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "\\bpublic\\s+(?:(?:final|abstract|sealed|strictfp)\\s+)*"
              + "(?:class|record|enum|interface)\\s+(\\w+)");
  private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(");

  private JavaSource() {}

  /// The class whose main method is called: the one declared last before it; the public one where
  /// there is no such method.
  static String mainClass(String source) {
    Matcher main = MAIN.matcher(source);
    String before = main.find() ? source.substring(0, main.start()) : source;
    Matcher publicType = PUBLIC_TYPE.matcher(source);
    if (publicType.find()) {
      return publicType.group(1);
    }
    String last = "Problem";
    for (Matcher type = TYPE.matcher(before); type.find(); ) {
      last = type.group(1);
    }
    return last;
  }

  /// A text that is shipped with us.
  static String resource(String name) {
    try (InputStream source = JavaSource.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(source, () -> "no " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
