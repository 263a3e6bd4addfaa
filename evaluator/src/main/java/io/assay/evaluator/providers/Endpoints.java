package io.assay.evaluator.providers;

import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.Endpoint;
import io.assay.evaluator.http.HardLimits;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.UnusableModelException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The servers that this worker calls, each once by address and key, whatever provider and models
/// share it.
///
/// Options that every provider over HTTP has: `maxInFlight`, calls at once; `requestsPerMinute`;
/// `tokensPerMinute`. They hold over all models of this address and key (the first opened decides)
/// and over all workers of its pool together. Without them a worker finds out by itself how much
/// the server takes.
public final class Endpoints {

  private final NameList allowedHosts;
  private final Cluster cluster;
  private final ConcurrentMap<Account, Endpoint> endpoints = new ConcurrentHashMap<>();

  private record Account(URI base, String keyName, String pool) {}

  /// @param allowedHosts hosts that may be called
  /// @param cluster the workers that share limits
  public Endpoints(NameList allowedHosts, Cluster cluster) {
    this.allowedHosts = allowedHosts;
    this.cluster = cluster;
  }

  /// The server of a model.
  ///
  /// @param options of which the limits are read
  Endpoint of(ModelSpec spec, URI base, ModelOptions options) throws UnusableModelException {
    var limits =
        new HardLimits(
            whole(options, "requestsPerMinute"),
            whole(options, "tokensPerMinute"),
            inFlight(options));
    var account = new Account(base, Optional.ofNullable(spec.apiKeyEnv()).orElse(""), spec.pool());
    return endpoints.computeIfAbsent(
        account, _ -> new Endpoint(shown(base), limits, cluster, spec.pool()));
  }

  private static OptionalLong whole(ModelOptions options, String name)
      throws UnusableModelException {
    int value = options.integer(name, 1, 0);
    return value == 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalInt inFlight(ModelOptions options) throws UnusableModelException {
    int value = options.integer("maxInFlight", 1, 0);
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /// A model's address, or the provider's usual one.
  ///
  /// @throws UnusableModelException where it is none, or may not be called
  URI base(ModelSpec spec, String absent) throws UnusableModelException {
    String text = Optional.ofNullable(spec.endpoint()).orElse(absent).strip();
    URI base = parsed(spec, text);
    String host = base.getHost();
    boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || host == null) {
      throw wrong(spec, "it is no http or https address with a host");
    }
    if (base.getRawUserInfo() != null) {
      throw wrong(spec, "it holds a user or password; put the key's variable into apiKeyEnv");
    }
    if (!allows(base)) {
      throw UnusableModelException.notHere(
          "model %s is at host %s, which assay.evaluator.allowed-hosts of this evaluator does not"
                  .formatted(spec.id(), host)
              + " list");
    }
    return base;
  }

  /// Whether an address may be called.
  boolean allows(URI address) {
    return address.getHost() != null && allowedHosts.contains(address.getHost());
  }

  private static URI parsed(ModelSpec spec, String text) throws UnusableModelException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException _) {
      throw wrong(spec, "it is no address");
    }
  }

  /// Does not repeat the address: it may hold a secret.
  private static UnusableModelException wrong(ModelSpec spec, String why) {
    return UnusableModelException.wrongSpec(
        "the endpoint of model %s cannot be used: %s; expected for example http://127.0.0.1:8000/v1"
            .formatted(spec.id(), why));
  }

  /// An address without its query, which may hold a key.
  private static String shown(URI address) {
    return "%s://%s%s".formatted(address.getScheme(), address.getRawAuthority(), address.getPath());
  }
}
