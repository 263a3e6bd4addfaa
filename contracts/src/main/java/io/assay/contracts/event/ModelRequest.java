package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.Require;
import java.util.List;

/// What a model is asked, by capability.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ModelRequest.GenerateText.class, name = "generate-text"),
  @JsonSubTypes.Type(value = ModelRequest.Embed.class, name = "embed"),
  @JsonSubTypes.Type(value = ModelRequest.Likelihood.class, name = "likelihood"),
})
public sealed interface ModelRequest {

  /// Answer a conversation with text.
  record GenerateText(List<ChatMessage> messages, GenerationSettings settings)
      implements ModelRequest {
    public GenerateText {
      messages = List.copyOf(Require.some(messages, "messages"));
      settings = settings == null ? GenerationSettings.DEFAULTS : settings;
    }
  }

  /// Turn each text into a vector.
  ///
  /// @param texts at least one
  /// @param kind whether they are looked for (`query`), looked through (`passage`) or compared
  ///   (`text`): some models prefix them
  record Embed(List<String> texts, String kind) implements ModelRequest {
    public Embed {
      texts = List.copyOf(Require.some(texts, "texts"));
      kind = kind == null ? "text" : kind;
    }
  }

  /// Say how likely each continuation is after the context.
  ///
  /// @param context what comes before; empty where the continuation is the whole text
  /// @param continuations at least one, each with the space that parts it from the context
  record Likelihood(String context, List<String> continuations) implements ModelRequest {
    public Likelihood {
      Require.present(context, "context");
      continuations = List.copyOf(Require.some(continuations, "continuations"));
    }
  }

  /// One turn of a conversation.
  ///
  /// @param role `system`, `user` or `assistant`
  /// @param content its text
  record ChatMessage(String role, String content) {
    public ChatMessage {
      Require.text(role, "role");
      Require.present(content, "content");
    }
  }
}
