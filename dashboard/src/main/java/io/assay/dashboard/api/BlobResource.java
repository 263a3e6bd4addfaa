package io.assay.dashboard.api;

import io.assay.blobs.BlobStore;
import io.assay.blobs.ContentType;
import io.assay.contracts.event.Blob;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Audio and images of a job. Models made some of them, so nothing is believed: only bytes that
/// begin as a kind of audio or image which browsers show are handed out as that; the page's headers
/// (see `Pages`) forbid browsers to guess, and to run anything.
@Path("/api/jobs/{jobId}/blobs")
@Tag(name = "jobs")
@Blocking
public class BlobResource {

  private static final Set<String> SHOWN =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/bmp",
          "audio/wav",
          "audio/flac",
          "audio/ogg",
          "audio/mpeg");

  private final BlobStore blobs;

  @Inject
  BlobResource(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// The bytes of a blob; those of no kind that browsers show are offered as a file.
  @GET
  @Path("{sha256}")
  @Operation(summary = "Audio or an image of a job, by its SHA-256")
  public RestResponse<InputStream> blob(@RestPath String jobId, @RestPath String sha256)
      throws IOException {
    var content =
        ContentType.buffered(
            blobs.of(jobId).open(new Blob(sha256, MediaType.APPLICATION_OCTET_STREAM, 0)));
    String type = type(content);
    boolean shown = SHOWN.contains(type);
    return RestResponse.ResponseBuilder.ok((InputStream) content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, shown ? "inline" : "attachment")
        .build();
  }

  private static String type(BufferedInputStream content) throws IOException {
    try {
      return ContentType.of(content)
          .filter(SHOWN::contains)
          .orElse(MediaType.APPLICATION_OCTET_STREAM);
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  @ServerExceptionMapper
  RestResponse<ApiError> missing(NoSuchFileException e) {
    return error(RestResponse.Status.NOT_FOUND, String.valueOf(e.getReason()));
  }

  @ServerExceptionMapper
  RestResponse<ApiError> unreadable(IOException e) {
    return error(RestResponse.Status.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
  }

  @ServerExceptionMapper
  RestResponse<ApiError> invalid(IllegalArgumentException e) {
    return error(RestResponse.Status.BAD_REQUEST, String.valueOf(e.getMessage()));
  }

  private static RestResponse<ApiError> error(RestResponse.Status status, String message) {
    return RestResponse.ResponseBuilder.create(status, new ApiError(message))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
