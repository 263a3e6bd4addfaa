package io.assay.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds models to the catalogue.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Add a model to the catalogue, or the cards of a YAML file. One with the same id is replaced.",
      "",
      "  ./assay models add local/llama --provider openai --endpoint http://localhost:8000/v1 --name llama3.2",
      "  ./assay models add anthropic/claude --provider anthropic --name NAME --key-env ANTHROPIC_API_KEY",
      "  ./assay models add cards.yaml",
      ""
    })
public final class ModelsAddCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "ID|FILE",
      description = "The model's id, such as local/llama, or a file with cards.")
  private String idOrFile = "";

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "openai, anthropic, gemini, mistral, ollama, command, recorded, in-process.")
  private @Nullable String provider;

  @Option(names = "--endpoint", paramLabel = "URL", description = "Where it is called.")
  private @Nullable String endpoint;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Its name there (default: the id after the first slash).")
  private @Nullable String name;

  @Option(
      names = "--key-env",
      paramLabel = "VARIABLE",
      description = "The name of the environment variable with the key, as workers see it.")
  private @Nullable String keyEnv;

  @Option(names = "--pool", paramLabel = "NAME", description = "The queue of its workers.")
  private @Nullable String pool;

  @Option(
      names = "--task",
      split = ",",
      paramLabel = "TYPE",
      description = "What it can be asked (default: text-generation).")
  private List<String> tasks = new ArrayList<>(List.of("text-generation"));

  @Option(names = "--title", paramLabel = "TEXT", description = "What people call it.")
  private @Nullable String title;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "An option of its provider; values are JSON, or else texts; may be repeated.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() throws IOException {
    var cards = provider == null ? ofFile(Path.of(idOrFile)) : List.of(card());
    return servers.ask(client -> put(client, cards));
  }

  private static int put(AssayClient client, List<ModelCard> cards) {
    for (var card : cards) {
      client.put(card);
      System.out.println(
          card.id() + " is in the catalogue. Try it: ./assay models test " + card.id());
    }
    return ExitCode.DONE;
  }

  private static List<ModelCard> ofFile(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new AssayException(
          file + " is no file that can be read; to add a single model say its --provider");
    }
    return CardDocuments.read(file);
  }

  private ModelCard card() {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    options.forEach((key, value) -> values.put(key, value(value)));
    var serving =
        new ModelSpec(
            idOrFile,
            String.valueOf(provider),
            name == null ? "" : name,
            endpoint,
            keyEnv,
            pool == null ? ModelSpec.DEFAULT_POOL : pool,
            values,
            null);
    return new ModelCard(
        idOrFile,
        title == null ? idOrFile : title,
        title == null ? idOrFile : title,
        tasks,
        ModelCard.Openness.PROPRIETARY,
        endpoint == null ? ModelCard.Offering.SERVICE : ModelCard.Offering.MODEL,
        ModelCard.Stage.FOUNDATION,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "Added on the command line; openness and stage are guesses.",
        serving);
  }

  private static JsonNode value(String text) {
    try {
      return ContractJson.mapper().readTree(text);
    } catch (JsonProcessingException _) {
      return TextNode.valueOf(text);
    }
  }
}
