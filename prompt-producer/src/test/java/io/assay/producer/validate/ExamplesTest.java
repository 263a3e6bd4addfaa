package io.assay.producer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.ModelCard;
import io.assay.producer.catalog.Cards;
import io.assay.producer.catalog.ShippedCards;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every example is a job that would be accepted, as far as its data are here. The folder of
/// published data is the variable `ASSAY_SHARED_DATA`, or stands beside the repository.
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource({
    "quickstart,,570",
    "fake,,60",
    "own-model,,8",
    "image-generation,,4",
    "image-editing,,8",
    "gsm8k-recorded,gsm8k,1319",
    "stsb,stsb,1379"
  })
  void anExampleIsAccepted(String name, @Nullable String data, long samples) throws IOException {
    var folder = EXAMPLES.resolve(name);
    var text = Files.readString(folder.resolve("job.yaml"));

    var checked =
        new JobValidator(TestConfig.of(Map.of()), new ShippedOnly(), List.of("default"))
            .check(
                new Submission(text, folder.toString(), parameters(data)), new LocalFiles(folder));

    assertThat(checked)
        .isInstanceOfSatisfying(
            Checked.Accepted.class, accepted -> assertThat(accepted.samples()).isEqualTo(samples));
  }

  private static Map<String, String> parameters(@Nullable String data) {
    if (data == null) {
      return Map.of();
    }
    String set = System.getenv("ASSAY_SHARED_DATA");
    var folder = (set == null ? EXAMPLES.resolve("../../shared/data") : Path.of(set)).resolve(data);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "skipped: no data at " + folder + " (ASSAY_SHARED_DATA)");
    return Map.of("data", folder.normalize().toString());
  }

  private record ShippedOnly(Map<String, ModelCard> cards) implements Cards {
    ShippedOnly() {
      this(ShippedCards.byId());
    }

    @Override
    public Optional<ModelCard> find(String id) {
      return Optional.ofNullable(cards.get(id));
    }

    @Override
    public Collection<String> ids() {
      return cards.keySet();
    }
  }
}
