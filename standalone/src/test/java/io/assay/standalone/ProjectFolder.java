package io.assay.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where things are when tests run.
public final class ProjectFolder {

  private ProjectFolder() {}

  /// The project's root folder.
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  /// A folder of data that may not be shipped; the test is skipped where it is absent.
  public static Path sharedData(String name) {
    String set = System.getenv("ASSAY_SHARED_DATA");
    Path folder =
        (set == null ? root().resolve("../shared/data") : Path.of(set)).resolve(name).normalize();
    assumeTrue(
        Files.isDirectory(folder),
        () ->
            "skipped: no data at " + folder + " (set ASSAY_SHARED_DATA to the folder that has it)");
    return folder;
  }

  /// The application of a module as it was packaged.
  public static Path application(String module) {
    return root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
