package io.assay.producer.validate;

import io.assay.contracts.document.DidYouMean;
import io.assay.producer.dataset.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes paths of a document absolute, and sees that their files exist within the allowed folders.
final class Places {

  private final Path baseDir;
  private final List<Path> roots;

  Places(Path baseDir, List<Path> roots) {
    this.baseDir = baseDir.toAbsolutePath().normalize();
    this.roots = roots.stream().map(Places::real).toList();
  }

  /// The absolute path, or the address as it is.
  String absolute(String path) {
    return RemoteFiles.isRemote(path) ? path : baseDir.resolve(path).normalize().toString();
  }

  /// Reports what is wrong with the file of a path.
  void check(String written, String documentPath, Findings findings) {
    check(written, documentPath, findings, false);
  }

  /// Reports what is wrong with the file, or the folder, of a path.
  void checkFileOrFolder(String written, String documentPath, Findings findings) {
    check(written, documentPath, findings, true);
  }

  private void check(String written, String documentPath, Findings findings, boolean folder) {
    if (RemoteFiles.isRemote(written)) {
      return;
    }
    try {
      var file = Path.of(absolute(written));
      if (!allowed(file)) {
        findings.add(
            documentPath,
            "file " + file + " is outside the allowed folders",
            "allowed: "
                + roots.stream().map(Path::toString).collect(Collectors.joining(", "))
                + " (assay.producer.dataset-roots)");
      } else if (!Files.isRegularFile(file) && !(folder && Files.isDirectory(file))) {
        findings.add(documentPath, "there is no file " + file, near(file));
      } else if (!Files.isReadable(file)) {
        findings.add(documentPath, "file " + file + " may not be read", "check its permissions");
      }
    } catch (InvalidPathException e) {
      findings.add(documentPath, written + " is no path: " + e.getReason(), null);
    }
  }

  private boolean allowed(Path file) {
    return roots.stream().anyMatch(real(file)::startsWith);
  }

  private String near(Path file) {
    var folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "there is no folder " + folder + "; paths start from " + baseDir;
    }
    String name = String.valueOf(file.getFileName());
    return nearest(folder, name)
        .map(found -> "did you mean " + found + "?")
        .orElse("paths start from " + baseDir);
  }

  private static Optional<String> nearest(Path folder, String name) {
    try (var files = Files.list(folder)) {
      var names = files.limit(10_000).map(each -> String.valueOf(each.getFileName())).toList();
      return DidYouMean.nearest(name, names);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
