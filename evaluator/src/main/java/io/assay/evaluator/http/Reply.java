package io.assay.evaluator.http;

import java.net.http.HttpHeaders;

/// What one HTTP exchange came to.
public sealed interface Reply {

  /// The server answered, whatever it said. Two are equal only if they are the same.
  @SuppressWarnings("ArrayRecordComponent") // the body is read once and never compared
  record Arrived(int status, HttpHeaders headers, byte[] body) implements Reply {}

  /// No complete answer in time. The server may have done the work.
  record Late(String why) implements Reply {}

  /// The connection failed. The server may have done the work.
  record Broken(String why) implements Reply {}
}
