package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidersTest {

  @Test
  void everyProviderInTheFolderIsListed() throws Exception {
    try (var http = new ModelClient(_ -> null, Duration.ofSeconds(1))) {
      var all =
          Providers.all(
              new Secrets(_ -> null, List.of("*")),
              new Endpoints(new NameList(List.of("*")), Cluster.ALONE),
              http,
              new Retries(),
              Commands.NONE);

      assertThat(all.stream().map(Provider::getClass).map(Class::getSimpleName))
          .containsExactlyInAnyOrderElementsOf(classesInTheFolder());
      assertThat(all.stream().map(Provider::name)).doesNotHaveDuplicates();
    }
  }

  private static List<String> classesInTheFolder() throws IOException, java.net.URISyntaxException {
    var folder = Path.of(Providers.class.getResource("Providers.class").toURI()).getParent();
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Provider.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }
}
