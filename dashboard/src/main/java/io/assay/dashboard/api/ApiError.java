package io.assay.dashboard.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// An error as every service answers it.
///
/// @param error what, where, how to mend it
public record ApiError(String error) {

  /// What was asked for is not there.
  public static WebApplicationException notFound(String error) {
    return exception(Response.Status.NOT_FOUND, error);
  }

  /// What was asked is no proper question.
  public static WebApplicationException badRequest(String error) {
    return exception(Response.Status.BAD_REQUEST, error);
  }

  private static WebApplicationException exception(Response.Status status, String error) {
    return new WebApplicationException(
        error,
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(new ApiError(error))
            .build());
  }
}
