package io.assay.evaluator.providers;

import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.UnusableModelException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whether models may be programs here, and which of this process' environment these see: what
/// programs commonly need, never the keys of other models.
///
/// @param allowed whoever may submit jobs can run any program then
/// @param environment value of a variable, or null
/// @param names variables that models may ask for; `*` stands for any characters
public record Commands(
    boolean allowed, UnaryOperator<@Nullable String> environment, NameList names) {

  /// The property that allows them.
  public static final String ALLOWED = "assay.commands.allowed";

  private static final List<String> COMMON =
      List.of(
          "PATH",
          "HOME",
          "USER",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TMPDIR",
          "TZ",
          "LD_LIBRARY_PATH",
          "CUDA_VISIBLE_DEVICES");

  /// No program may be run.
  public static final Commands NONE = new Commands(false, _ -> null, new NameList(List.of()));

  /// Refuses where programs may not be run.
  void check(ModelSpec spec) throws UnusableModelException {
    if (!allowed) {
      throw UnusableModelException.notHere(
          "model %s is a program, and this evaluator may run none: the operator allows it with %s=true"
              .formatted(spec.id(), ALLOWED));
    }
  }

  /// The environment of a model's program.
  ///
  /// @param more variables that the model asks for, beside the common ones
  Map<String, String> environment(ModelSpec spec, List<String> more) throws UnusableModelException {
    Map<String, String> seen = new TreeMap<>();
    for (String name : COMMON) {
      put(name, seen);
    }
    for (String name : more) {
      if (!names.contains(name)) {
        throw UnusableModelException.notHere(
            "model %s asks for the environment variable %s, which assay.evaluator.allowed-key-envs of"
                    .formatted(spec.id(), name)
                + " this evaluator does not list");
      }
      put(name, seen);
    }
    return seen;
  }

  private void put(String name, Map<String, String> seen) {
    String value = environment.apply(name);
    if (value != null) {
      seen.put(name, value);
    }
  }
}
