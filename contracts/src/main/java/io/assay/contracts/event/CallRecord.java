package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a model's call beyond its answer. Absent parts are unknown, or there was
/// nothing to know: a plain call writes none of them.
///
/// @param requestId the provider's own id of the request, for asking the provider
/// @param system the configuration that answered, as the provider names it (`system_fingerprint`)
/// @param reasoning what the model thought before it answered, where the provider gives it apart
/// @param others the answers after the first, where several were asked for
/// @param errors what went wrong in the attempts before the last one, in their order
/// @param request what was sent in the last attempt, without secrets, where that is kept
/// @param answer what came back then, as it was, without secrets, where that is kept
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CallRecord(
    @Nullable String requestId,
    @Nullable String system,
    @Nullable String reasoning,
    List<String> others,
    List<String> errors,
    @Nullable Blob request,
    @Nullable Blob answer) {

  public CallRecord {
    others = others == null ? List.of() : List.copyOf(others);
    errors = errors == null ? List.of() : List.copyOf(errors);
  }
}
