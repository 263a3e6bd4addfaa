package io.assay.evaluator.http;

import java.util.concurrent.Semaphore;

/// A server as one key sees it: its places are shared by all models behind it.
///
/// @param name for people: no secret, no query
/// @param places attempts that may be under way at once
public record Endpoint(String name, Semaphore places) {

  /// An endpoint with so many places.
  public static Endpoint of(String name, int maxInFlight) {
    return new Endpoint(name, new Semaphore(maxInFlight, true));
  }
}
