package io.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents name is there.
class DocumentationTest {

  private static final Pattern TYPE = Pattern.compile("`(io\\.assay\\.[\\w.]+\\.[A-Z]\\w*)`");
  private static final Pattern PATH = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+/?)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  static Stream<Path> documents() throws IOException {
    try (var docs = Files.walk(ProjectFolder.root().resolve("docs"))) {
      var all = docs.filter(file -> file.toString().endsWith(".md")).toList();
      return Stream.concat(
          Stream.of("README.md", "CONTRIBUTING.md").map(ProjectFolder.root()::resolve),
          all.stream());
    }
  }

  @Test
  void theThreeTypesToStartReadingExist() throws IOException {
    List<String> types = named(TYPE, ProjectFolder.root().resolve("CONTRIBUTING.md"));

    assertThat(types).hasSize(3).allSatisfy(DocumentationTest::exists);
  }

  @Test
  void theTableOfHowToAddNamesFilesThatExist() throws IOException {
    List<String> paths = named(PATH, ProjectFolder.root().resolve("CONTRIBUTING.md"));

    assertThat(paths).hasSizeGreaterThan(7);
    assertThat(paths.stream().filter(path -> path.contains("src/main")))
        .allSatisfy(path -> assertThat(ProjectFolder.root().resolve(path)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) throws IOException {
    for (String link : named(LINK, document)) {
      assertThat(document.resolveSibling(link)).exists();
    }
  }

  @Test
  void theReadmeShowsTheTwoCommandsFirst() throws IOException {
    String readme = Files.readString(ProjectFolder.root().resolve("README.md"));

    assertThat(readme.lines().limit(12))
        .anyMatch(line -> line.startsWith("./assay run examples/quickstart/job.yaml"))
        .anyMatch(line -> line.startsWith("./assay test"));
  }

  private static void exists(String type) {
    String file = type.replace('.', '/') + ".java";
    try (var modules = Files.list(ProjectFolder.root())) {
      assertThat(modules.map(module -> module.resolve("src/main/java").resolve(file)))
          .as("source of %s", type)
          .anyMatch(Files::exists);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> named(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
