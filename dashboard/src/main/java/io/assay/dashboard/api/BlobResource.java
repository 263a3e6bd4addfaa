package io.assay.dashboard.api;

import io.assay.blobs.BlobStore;
import io.assay.blobs.ContentType;
import io.assay.contracts.event.Blob;
import io.assay.images.maps.DifferenceMap;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.jboss.resteasy.reactive.RestQuery;
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

  private static final int LARGEST_IMAGE = 64 << 20;

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

  /// Where two images of a job differ, computed when it is looked at: nothing is stored.
  ///
  /// @param sha256 of the image that a model made
  /// @param expected SHA-256 of the image that was expected
  /// @param kind `absolute-error`, `delta-e` or `ssim`
  @GET
  @Path("{sha256}/difference")
  @Produces("image/png")
  @Operation(summary = "Where an image differs from the expected one: bright where it does")
  public RestResponse<byte[]> difference(
      @RestPath String jobId,
      @RestPath String sha256,
      @RestQuery String expected,
      @RestQuery @DefaultValue("absolute-error") String kind)
      throws IOException {
    if (expected == null) {
      throw new IllegalArgumentException("expected is missing: the SHA-256 of the expected image");
    }
    var map =
        DifferenceMap.named(kind)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "kind is " + kind + ", expected absolute-error, delta-e or ssim"));
    byte[] png = map.png(image(jobId, expected), image(jobId, sha256));
    return RestResponse.ResponseBuilder.ok(png, "image/png")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable") // named by content
        .build();
  }

  private byte[] image(String jobId, String sha256) throws IOException {
    var blob = new Blob(sha256, MediaType.APPLICATION_OCTET_STREAM, 0);
    try (InputStream in = blobs.of(jobId).open(blob)) {
      byte[] content = in.readNBytes(LARGEST_IMAGE + 1);
      if (content.length > LARGEST_IMAGE) {
        throw new IllegalArgumentException(
            "image %s has more than %d bytes".formatted(sha256, LARGEST_IMAGE));
      }
      return content;
    }
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
