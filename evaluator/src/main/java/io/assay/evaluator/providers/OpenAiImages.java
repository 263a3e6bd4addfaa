package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.http.Reply;
import io.assay.evaluator.provider.CallContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Generation and editing of images over HTTP. Images come back as base64 or by address; an address
/// is fetched from hosts that may be called.
record OpenAiImages(ModelSpec spec, Access access, OpenAiRequests requests, Endpoints endpoints) {

  private static final Duration FETCH_LIMIT = Duration.ofSeconds(60);

  Completion generate(ModelRequest.GenerateImages request, CallContext call)
      throws InterruptedException {
    var body = Access.Body.json("/images/generations", requests.images(request));
    return ask(body, request.count(), call);
  }

  /// Without a word of what to do, a variation is asked for.
  Completion edit(ModelRequest.EditImage request, CallContext call) throws InterruptedException {
    Access.Body body;
    try {
      body = form(request, call);
    } catch (IOException e) {
      return OpenAiModel.unreadable(call, spec, e);
    }
    return ask(body, 1, call);
  }

  private Access.Body form(ModelRequest.EditImage request, CallContext call) throws IOException {
    var form = new Form().field("model", spec.name()).field("n", 1).field("size", request.size());
    file(form, "image", request.image(), call);
    if (request.mask() != null) {
      try (var mask = call.blobs().open(request.mask())) {
        form.bytes("mask", "mask.png", "image/png", Masks.transparentWhereWhite(mask));
      }
    }
    if (request.prompt().isBlank() && request.mask() == null) {
      return form.to("/images/variations");
    }
    return form.field("prompt", request.prompt()).to("/images/edits");
  }

  private static void file(Form form, String name, Blob blob, CallContext call) throws IOException {
    form.file(name, name + "." + Media.format(blob), blob.mediaType(), call.blobs().file(blob));
  }

  private Completion ask(Access.Body body, int count, CallContext call)
      throws InterruptedException {
    return access.retries().run(call, access.endpoint(), 0, left -> once(body, count, call, left));
  }

  private Outcome once(Access.Body body, int count, CallContext call, Duration left)
      throws InterruptedException {
    var answer = new ArrayList<JsonNode>();
    var outcome =
        access.once(
            call,
            body,
            left,
            json -> {
              answer.add(json);
              return access.errors().passing("gave no images");
            });
    return answer.isEmpty() ? outcome : images(answer.getFirst(), count, call);
  }

  private Outcome images(JsonNode answer, int count, CallContext call) throws InterruptedException {
    List<Blob> images = new ArrayList<>();
    for (JsonNode image : answer.path("data")) {
      try {
        images.add(new Media(call.blobs()).image(bytes(image)));
      } catch (IOException | IllegalArgumentException e) {
        return access.errors().passing("gave an image that cannot be used: " + e.getMessage());
      }
    }
    if (images.size() < count) {
      return access
          .errors()
          .passing("gave %d images, %d were asked for".formatted(images.size(), count));
    }
    var usage = answer.path("usage");
    return new Outcome.Settled(
        new Completion.Answered(
            new Answer.Images(images),
            null,
            new Completion.Usage(
                count(usage.path("input_tokens")),
                count(usage.path("output_tokens")),
                Prices.images(spec.price(), images.size())),
            null));
  }

  private static @Nullable Long count(JsonNode number) {
    return number.isNumber() ? number.longValue() : null;
  }

  private byte[] bytes(JsonNode image) throws IOException, InterruptedException {
    if (image.path("b64_json").isTextual()) {
      return Base64.getMimeDecoder().decode(image.path("b64_json").textValue());
    }
    var address = URI.create(image.path("url").asText(""));
    if (!endpoints.allows(address)) {
      throw new IOException(
          "neither b64_json nor a url at a host of assay.evaluator.allowed-hosts");
    }
    return switch (access.http().get(address, FETCH_LIMIT)) {
      case Reply.Arrived arrived when arrived.status() == 200 -> arrived.body();
      case Reply.Arrived arrived ->
          throw new IOException("its address answered HTTP " + arrived.status());
      case Reply.Late late -> throw new IOException(late.why());
      case Reply.Broken broken -> throw new IOException(broken.why());
    };
  }
}
