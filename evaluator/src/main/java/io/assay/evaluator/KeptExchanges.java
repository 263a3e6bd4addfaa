package io.assay.evaluator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.CallRecord;
import io.assay.contracts.event.Completion;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Secrets;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps what was sent to a model and what came back, where the operator wants it, without secrets.
@Singleton
final class KeptExchanges {

  private static final Logger LOG = Logger.getLogger(KeptExchanges.class);

  private final EvaluatorConfig config;
  private final Secrets secrets;

  KeptExchanges(EvaluatorConfig config, Secrets secrets) {
    this.config = config;
    this.secrets = secrets;
  }

  /// What is known of a call, with what is kept of it.
  @Nullable CallRecord record(CallContext call, Completion completion) {
    var notes = call.notes();
    boolean keep =
        switch (config.keepExchanges()) {
          case NONE -> false;
          case FAILED -> !(completion instanceof Completion.Answered);
          case ALL -> true;
        };
    return keep
        ? notes.record(
            kept(call.blobs(), notes.request(), call), kept(call.blobs(), notes.answer(), call))
        : notes.record();
  }

  /// An answer is worth more than its raw form: where that cannot be kept, the log says so.
  private @Nullable Blob kept(JobBlobs blobs, byte[] bytes, CallContext call) {
    if (bytes.length == 0) {
      return null;
    }
    byte[] safe = secrets.redact(new String(bytes, UTF_8)).getBytes(UTF_8);
    String type = safe[0] == '{' || safe[0] == '[' ? "application/json" : "text/plain";
    try {
      return blobs.put(type, new ByteArrayInputStream(safe));
    } catch (IOException e) {
      LOG.warnf("An exchange of %s is not kept: %s", call.prompt().recordKey(), e.getMessage());
      return null;
    }
  }
}
