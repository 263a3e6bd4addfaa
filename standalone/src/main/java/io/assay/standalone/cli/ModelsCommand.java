package io.assay.standalone.cli;

import io.assay.contracts.spec.ModelCard;
import io.assay.standalone.client.AssayClient;
import io.assay.standalone.show.Terminal;
import io.assay.standalone.show.TextTable;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the models of the catalogue; adds to it; tries models out.
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "List the models of the catalogue, add one, or try one out.",
      "",
      "  ./assay models --search llama",
      "  ./assay models add local/llama --provider openai --endpoint http://localhost:8000/v1",
      "  ./assay models test local/llama",
      ""
    },
    subcommands = {ModelsAddCommand.class, ModelsTestCommand.class})
public final class ModelsCommand implements Callable<Integer> {

  @Option(
      names = "--task",
      paramLabel = "TYPE",
      description = "Only models of a task type, such as text-generation.")
  private @Nullable String task;

  @Option(names = "--search", paramLabel = "TEXT", description = "Only models that mention a text.")
  private @Nullable String search;

  @Option(
      names = "--runnable",
      description = "Only models that say how they are called; the others need an endpoint.")
  private boolean runnable;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    return servers.ask(this::print);
  }

  private int print(AssayClient client) {
    List<ModelCard> cards = client.models(task, search, runnable);
    if (cards.isEmpty()) {
      System.out.println("No such models. Add one: ./assay models add --help");
      return ExitCode.DONE;
    }
    var table = TextTable.of("model", "title", "task types", "called by", "pool", "key");
    for (var card : cards) {
      var serving = card.serving();
      table.row(
          card.id(),
          card.title(),
          String.join(", ", card.taskTypes()),
          serving == null ? "–" : serving.provider(),
          serving == null ? "–" : serving.pool(),
          serving == null || serving.apiKeyEnv() == null ? "" : "$" + serving.apiKeyEnv());
    }
    Terminal terminal = Terminal.of(false);
    terminal.draw(table.text(terminal.listWidth()));
    return ExitCode.DONE;
  }
}
