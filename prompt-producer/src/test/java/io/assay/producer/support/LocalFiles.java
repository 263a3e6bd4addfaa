package io.assay.producer.support;

import io.assay.producer.dataset.Dataset;
import java.nio.file.Path;

/// Files of a test's own folder.
public record LocalFiles(Path folder) implements Dataset.Files {

  @Override
  public Path local(String path) {
    return folder.resolve(path);
  }

  @Override
  public Path scratch(String name) {
    return folder.resolve(name);
  }
}
