package io.assay.evaluator.provider;

import io.assay.contracts.spec.ModelSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Resolves the *names* of secrets that documents hold, here and nowhere else, and takes secrets
/// out of texts that a server sent, since some repeat the key that they refuse.
public final class Secrets {

  private static final int SHORTEST_SECRET = 8;

  private final UnaryOperator<@Nullable String> environment;
  private final NameList allowed;
  private final Set<String> resolved = ConcurrentHashMap.newKeySet();

  /// @param environment value of a variable, or null
  /// @param allowed names that documents may refer to; `*` stands for any characters
  public Secrets(UnaryOperator<@Nullable String> environment, List<String> allowed) {
    this.environment = environment;
    this.allowed = new NameList(allowed);
  }

  /// The key that a model's calls carry; empty if it names none.
  ///
  /// @throws UnusableModelException where the variable is not set or may not be used; the message
  ///   holds its name alone
  public String key(ModelSpec spec) throws UnusableModelException {
    String name = spec.apiKeyEnv();
    if (name == null || name.isBlank()) {
      return "";
    }
    if (!allowed.contains(name)) {
      throw UnusableModelException.notHere(
          "model %s names the environment variable %s, which assay.evaluator.allowed-key-envs of this"
                  .formatted(spec.id(), name)
              + " evaluator does not list");
    }
    String value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw UnusableModelException.notHere(
          "model %s takes its key from the environment variable %s, which is not set for this"
                  .formatted(spec.id(), name)
              + " evaluator: set it and start the evaluator again");
    }
    resolved.add(value.strip());
    return value.strip();
  }

  /// The text without any secret that was resolved before. Values under eight characters are
  /// placeholders such as `none` for servers without keys, and stay.
  public String redact(String text) {
    String safe = text;
    for (String secret : resolved) {
      safe = secret.length() < SHORTEST_SECRET ? safe : safe.replace(secret, "***");
    }
    return safe;
  }
}
