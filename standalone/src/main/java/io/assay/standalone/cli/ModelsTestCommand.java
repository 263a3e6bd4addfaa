package io.assay.standalone.cli;

import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.UnusableModelException;
import io.assay.evaluator.trial.Ability;
import io.assay.evaluator.trial.Trial;
import io.assay.evaluator.trial.Trials;
import io.assay.standalone.client.AssayException;
import io.assay.standalone.show.TrialReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Calls a model once for each thing that it can.
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Call a model once for each thing that it can: latency, tokens and first output, or the",
      "provider's error explained. Calls go out from here, with the keys of this environment.",
      ""
    })
public final class ModelsTestCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "MODEL|FILE",
      description = "A model of the catalogue, or a YAML file that says how one is called.")
  private String model = "";

  @Option(
      names = "--ability",
      split = ",",
      paramLabel = "ABILITY",
      description = "Only these: ${COMPLETION-CANDIDATES} (default: what the model's card says).")
  private List<Ability> abilities = new ArrayList<>();

  @Mixin private ServerOptions servers = new ServerOptions();

  private record Tested(ModelSpec serving, Set<Ability> abilities) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var tested = tested();
    var folder = Files.createTempDirectory("assay-trial-");
    try (var trials = new Trials(System::getenv, folder)) {
      var results = trials.of(tested.serving(), tested.abilities());
      System.out.print(TrialReport.of(tested.serving(), results));
      return !results.isEmpty() && results.stream().allMatch(Trial::succeeded)
          ? ExitCode.DONE
          : ExitCode.ERROR;
    } catch (UnusableModelException e) {
      throw new AssayException(String.valueOf(e.getMessage()), e);
    } finally {
      delete(folder);
    }
  }

  private Tested tested() throws IOException {
    var file = Path.of(model);
    if (Files.isRegularFile(file)) {
      return tested(CardDocuments.serving(file), List.of());
    }
    var card = card();
    if (card.serving() == null) {
      throw new AssayException(
          "the catalogue does not say how %s is called. Say it: ./assay models add %s --provider …"
              .formatted(model, model));
    }
    return tested(card.serving(), card.taskTypes());
  }

  private Tested tested(ModelSpec serving, List<String> taskTypes) {
    return new Tested(
        serving, abilities.isEmpty() ? Ability.promised(taskTypes) : EnumSet.copyOf(abilities));
  }

  private ModelCard card() {
    var found = new AtomicReference<@Nullable ModelCard>();
    servers.ask(client -> {
      found.set(client.model(model));
      return ExitCode.DONE;
    });
    var card = found.get();
    if (card == null) {
      throw new AssayException("there is no model " + model + ". See them: ./assay models");
    }
    return card;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
