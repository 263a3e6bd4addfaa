package io.assay.tasks.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.choice.MostLikely;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.Arrays;
import java.util.List;

/// lm-evaluation-harness's metrics of log-likelihoods.
@AutoService(ReferenceFunction.class)
public final class LikelihoodVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public List<String> names() {
    return List.of(
        "perplexity", "lm_eval_perplexity", "multiple_choice_loglikelihood", "truthfulqa_mc2");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    return switch (line.metric()) {
      case "perplexity" -> perplexity(line);
      case "lm_eval_perplexity" ->
          object("perplexity", meanPerplexity(numbers(line, "loglikelihoods")));
      case "multiple_choice_loglikelihood" -> choices(line);
      default -> truthful(line);
    };
  }

  private static JsonNode perplexity(VectorLine line) {
    List<String> documents = VectorJson.oneOrMoreTexts(line.input("documents"));
    List<double[]> tokens = VectorJson.list(line.input("token_logprobs"), VectorJson::numbers);
    if (documents.size() != tokens.size()) {
      throw new IllegalArgumentException(
          documents.size() + " documents, but log-probabilities of " + tokens.size());
    }
    double[] sums = tokens.stream().mapToDouble(each -> Arrays.stream(each).sum()).toArray();
    int[] words = documents.stream().mapToInt(TextUnits::words).toArray();
    int[] bytes = documents.stream().mapToInt(TextUnits::bytes).toArray();
    double sum = sum(sums);
    ObjectNode actual = JSON.objectNode();
    actual.set("loglikelihoods", VectorJson.json(sums));
    actual.set("words", integers(words));
    actual.set("bytes", integers(bytes));
    actual.set("word_perplexity", exp(sum, total(words, "words")));
    actual.set("byte_perplexity", exp(sum, total(bytes, "bytes")));
    actual.set("bits_per_byte", VectorJson.json(-sum / (total(bytes, "bytes") * Math.log(2))));
    int[] counts = tokens.stream().mapToInt(each -> each.length).toArray();
    actual.set("token_perplexity", exp(sum, total(counts, "tokens")));
    actual.set("lambada_perplexity", VectorJson.json(meanPerplexity(sums)));
    return actual;
  }

  private static JsonNode exp(double sum, long units) {
    return VectorJson.json(Math.exp(-sum / units));
  }

  private static double meanPerplexity(double[] logprobs) {
    if (logprobs.length == 0) {
      throw new IllegalArgumentException("there are no log-likelihoods");
    }
    return Math.exp(-sum(logprobs) / logprobs.length);
  }

  private static long total(int[] counts, String what) {
    long total = Arrays.stream(counts).asLongStream().sum();
    if (total == 0) {
      throw new IllegalArgumentException("there are no " + what);
    }
    return total;
  }

  private static JsonNode choices(VectorLine line) {
    List<String> choices = VectorJson.texts(line.input("choices"));
    double[] logprobs = numbers(line, "loglikelihoods");
    int gold = line.input("gold").asInt(-1);
    if (gold < 0 || gold >= choices.size() || choices.size() != logprobs.length) {
      throw new IllegalArgumentException(
          "choice %d of %d choices with %d log-likelihoods"
              .formatted(gold, choices.size(), logprobs.length));
    }
    ObjectNode actual = JSON.objectNode();
    decision(actual, "", MostLikely.index(logprobs), gold);
    decision(
        actual,
        "_norm",
        ChoiceScores.likeliestByLength(logprobs, choices, TextUnits::characters),
        gold);
    decision(
        actual,
        "_bytes",
        ChoiceScores.likeliestByLength(logprobs, choices, TextUnits::bytes),
        gold);
    if (line.inputs().hasNonNull("unconditional_loglikelihoods")) {
      mutualInformation(line, logprobs, gold, actual);
    }
    double[] probabilities = ChoiceScores.probabilities(logprobs);
    actual.set("probabilities", VectorJson.json(probabilities));
    actual.set("brier_score", VectorJson.json(ChoiceScores.brier(probabilities, gold)));
    return actual;
  }

  private static void mutualInformation(
      VectorLine line, double[] logprobs, int gold, ObjectNode actual) {
    double[] alone = numbers(line, "unconditional_loglikelihoods");
    if (alone.length != logprobs.length) {
      throw new IllegalArgumentException(
          logprobs.length + " log-likelihoods, but " + alone.length + " unconditional ones");
    }
    var gained = new double[logprobs.length];
    Arrays.setAll(gained, i -> logprobs[i] - alone[i]);
    decision(actual, "_mutual_info", MostLikely.index(gained), gold);
  }

  private static void decision(ObjectNode actual, String suffix, int taken, int gold) {
    actual.put("pred" + suffix, taken).put("acc" + suffix, taken == gold ? 1.0 : 0.0);
  }

  /// The answers that are labelled true come first; what follows the first that is not is not.
  private static JsonNode truthful(VectorLine line) {
    int[] labels = VectorJson.integers(line.input("labels"));
    double[] logprobs = numbers(line, "loglikelihoods");
    int split = 0;
    while (split < labels.length && labels[split] != 0) {
      split++;
    }
    if (split == labels.length || labels.length != logprobs.length) {
      throw new IllegalArgumentException("no label is 0, or there are not as many log-likelihoods");
    }
    double[] probabilities = Arrays.stream(logprobs).map(Math::exp).toArray();
    double right = sum(Arrays.copyOf(probabilities, split));
    return object("mc2", right / sum(probabilities))
        .put("mc1_first_label_best", MostLikely.index(logprobs) == 0 ? 1.0 : 0.0);
  }

  private static double[] numbers(VectorLine line, String name) {
    return VectorJson.numbers(line.input(name));
  }

  private static ObjectNode object(String name, double value) {
    return JSON.objectNode().set(name, VectorJson.json(value));
  }

  private static JsonNode integers(int[] numbers) {
    return VectorJson.json(
        Arrays.stream(numbers).boxed().toList(), each -> JSON.numberNode(each.intValue()));
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
