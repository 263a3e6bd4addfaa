package io.assay.producer.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Why a request failed.
///
/// @param error what was wrong, where, how to mend it
public record ApiError(String error) {

  static Response response(int status, String error) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(new ApiError(error))
        .build();
  }
}
