package io.assay.dashboard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.blobs.BlobStore;
import io.assay.contracts.event.Blob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Audio and images that models made reach browsers as that and as nothing else.
@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class BlobsTest {

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URL url;

  @Inject
  @SuppressWarnings("NullAway.Init")
  BlobStore blobs;

  private HttpResponse<String> get(String path) {
    var http = new Http(url.getPort());
    return http.send(http.request(path).build());
  }

  private HttpResponse<String> served(String content, String claimedType) throws IOException {
    Blob blob =
        blobs.of("job-1").put(claimedType, new ByteArrayInputStream(content.getBytes(ISO_8859_1)));
    return get("/api/jobs/job-1/blobs/" + blob.sha256());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("absent");
  }

  @Test
  void anImageIsServedAsWhatItsBytesAre() throws IOException {
    var response = served("GIF89a etc", "text/html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("GIF89a etc");
    assertThat(header(response, "Content-Type")).isEqualTo("image/gif");
    assertThat(header(response, "Content-Disposition")).isEqualTo("inline");
  }

  @Test
  void whatIsNoMediaIsAFileThatBrowsersDoNotShow() throws IOException {
    for (String hostile :
        new String[] {
          "<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", ""
        }) {
      var response = served(hostile, "image/png");

      assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
      assertThat(header(response, "Content-Disposition")).isEqualTo("attachment");
    }
  }

  @Test
  void browsersMayNeitherGuessNorRunAnything() throws IOException {
    var response = served("GIF89a etc", "image/gif");

    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(get("/api/jobs/job-1/blobs/" + "a".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(get("/api/jobs/job-1/blobs/zz").statusCode()).isEqualTo(400);
    assertThat(get("/api/jobs/..%2f..%2fx/blobs/" + "a".repeat(64)).statusCode()).isEqualTo(400);
  }

  private String drawn(int colour) throws IOException {
    var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 4, colour);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return blobs.of("job-1").put("image/png", new ByteArrayInputStream(out.toByteArray())).sha256();
  }

  @Test
  void whereTwoImagesDifferIsComputedWhenItIsAskedFor() throws IOException {
    var response =
        get(
            "/api/jobs/job-1/blobs/%s/difference?expected=%s&kind=absolute-error"
                .formatted(drawn(0xFF), drawn(0)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("image/png");
    assertThat(header(response, "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
  }

  @Test
  void imagesThatHaveNoMapAreRefusedWithTheReason() throws IOException {
    String path = "/api/jobs/job-1/blobs/" + drawn(1) + "/difference";
    Blob text =
        blobs.of("job-1").put("image/png", new ByteArrayInputStream("text".getBytes(ISO_8859_1)));

    assertThat(get(path).body()).contains("expected is missing");
    assertThat(get(path + "?expected=" + drawn(2) + "&kind=x").body()).contains("kind is x");
    assertThat(get(path + "?expected=" + "a".repeat(64)).statusCode()).isEqualTo(404);
    var noImage = get(path + "?expected=" + text.sha256());
    assertThat(noImage.statusCode()).isEqualTo(400);
    assertThat(noImage.body()).contains("the expected image");
  }
}
