package io.assay.tasks.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.text.UnknownName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parameters of one metric: those that were given, defaults for the rest. Reading one also
/// checks it.
public final class Params {

  private final MetricSpec spec;
  private final Map<String, String> effective = new LinkedHashMap<>();

  private Params(MetricSpec spec) {
    this.spec = spec;
  }

  /// The parameters of a metric.
  ///
  /// @throws IllegalArgumentException where the metric has no parameter of a given name
  public static Params of(MetricSpec spec, MetricFactory factory) {
    var params = new Params(spec);
    List<String> known = factory.params().stream().map(MetricFactory.Param::name).toList();
    for (String name : spec.params().keySet()) {
      if (!known.contains(name)) {
        throw new UnknownName("parameter of " + factory.info().name(), name, known);
      }
    }
    factory.params().forEach(each -> params.effective.put(each.name(), each.defaultValue()));
    return params;
  }

  /// What they were read from.
  public MetricSpec spec() {
    return spec;
  }

  /// True or false.
  public boolean flag(String name) {
    JsonNode given = given(name);
    if (given != null) {
      require(given.isBoolean(), name, given, "true or false");
      effective.put(name, given.asText());
    }
    return Boolean.parseBoolean(effective.get(name));
  }

  /// A number from 1, which may also stand in the metric's name after `@`.
  public int cutoff(String name) {
    Optional<Integer> named = MetricName.of(spec.metric()).cutoff();
    JsonNode given = given(name);
    if (given != null) {
      require(given.canConvertToInt() && given.isIntegralNumber(), name, given, "a whole number");
      require(given.asInt() >= 1, name, given, "1 or more");
      require(
          named.isEmpty() || named.get() == given.asInt(),
          name,
          given,
          named.orElse(0) + " as in the name " + spec.metric());
      effective.put(name, given.asText());
    }
    named.ifPresent(cutoff -> effective.put(name, cutoff.toString()));
    return Integer.parseInt(effective.getOrDefault(name, "1"));
  }

  /// A whole number of at least `least`.
  public int integer(String name, int least) {
    JsonNode given = given(name);
    if (given != null) {
      require(given.isIntegralNumber() && given.canConvertToInt(), name, given, "a whole number");
      require(given.asInt() >= least, name, given, least + " or more");
      effective.put(name, given.asText());
    }
    return Integer.parseInt(effective.getOrDefault(name, "0"));
  }

  /// A finite number of at least `least`.
  public double number(String name, double least) {
    JsonNode given = given(name);
    if (given != null) {
      require(given.isNumber() && Double.isFinite(given.asDouble()), name, given, "a number");
      require(given.asDouble() >= least, name, given, least + " or more");
      effective.put(name, given.asText());
    }
    return Double.parseDouble(effective.getOrDefault(name, "0"));
  }

  /// The same, with a default that depends on other parameters.
  public double number(String name, double least, double otherwise) {
    effective.put(name, Double.toString(otherwise));
    double number = number(name, least);
    effective.put(name, Double.toString(number));
    return number;
  }

  /// So many finite numbers of at least `least`.
  public List<Double> numbers(String name, int count, double least) {
    JsonNode given = given(name);
    var numbers = new ArrayList<Double>();
    if (given != null) {
      String expected = "a list of " + count + " numbers";
      require(given.isArray() && given.size() == count, name, given, expected);
      for (JsonNode each : given) {
        require(each.isNumber() && Double.isFinite(each.asDouble()), name, given, expected);
        require(each.asDouble() >= least, name, given, expected + ", " + least + " or more");
        numbers.add(each.asDouble());
      }
      effective.put(name, escaped(given.toString()));
      return numbers;
    }
    String otherwise = effective.getOrDefault(name, "[]");
    for (String each : otherwise.substring(1, otherwise.length() - 1).split(",", -1)) {
      numbers.add(Double.parseDouble(each));
    }
    effective.put(name, escaped(otherwise));
    return numbers;
  }

  /// A text as it is.
  public String text(String name) {
    JsonNode given = given(name);
    if (given != null) {
      require(given.isTextual(), name, given, "a text");
      effective.put(name, given.asText());
    }
    String text = effective.getOrDefault(name, "");
    effective.put(name, escaped(text));
    return text;
  }

  /// Replaces what the signature says of a parameter, where its text does not tell what was read: a
  /// file is known by its content, not by its path.
  public void describe(String name, String content) {
    effective.put(name, escaped(content));
  }

  /// One of a few words.
  public String choice(String name, List<String> allowed) {
    JsonNode given = given(name);
    if (given != null) {
      if (!given.isTextual()) {
        require(false, name, given, "one of " + String.join(", ", allowed));
      }
      if (!allowed.contains(given.asText())) {
        throw new UnknownName("value of " + name + " of " + spec.metric(), given.asText(), allowed);
      }
      effective.put(name, given.asText());
    }
    return effective.getOrDefault(name, "");
  }

  /// A list of texts; one alone counts as a list.
  public List<String> texts(String name) {
    JsonNode given = given(name);
    var texts = new ArrayList<String>();
    if (given != null) {
      require(given.isArray() || given.isTextual(), name, given, "a list of texts");
      for (JsonNode each : given.isArray() ? given : List.of(given)) {
        require(each.isTextual(), name, each, "a text");
        texts.add(each.asText());
      }
    }
    effective.put(
        name, texts.stream().map(Params::escaped).collect(Collectors.joining(",", "[", "]")));
    return texts;
  }

  /// Any JSON; empty where it is not given. The signature names a long value by its hash.
  public Optional<JsonNode> json(String name) {
    JsonNode given = given(name);
    String written = given == null ? "" : given.toString();
    effective.put(name, written.length() > 100 ? sha256(written) : escaped(written));
    return Optional.ofNullable(given);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private @Nullable JsonNode given(String name) {
    JsonNode given = spec.params().get(name);
    return given == null || given.isNull() ? null : given;
  }

  private void require(boolean holds, String name, JsonNode given, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          name + " of metric " + spec.metric() + " is " + given + ", expected " + expected);
    }
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("|", "%7C").replace(",", "%2C").replace("]", "%5D");
  }

  /// How a number was made. Call it after every parameter was read.
  public String signature(MetricInfo info) {
    var signature = new StringBuilder(info.name());
    effective.forEach(
        (name, value) -> signature.append('|').append(name).append(':').append(value));
    return signature.append("|version:").append(info.version()).toString();
  }
}
