package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model is asked, by capability.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ModelRequest.GenerateText.class, name = "generate-text"),
  @JsonSubTypes.Type(value = ModelRequest.Embed.class, name = "embed"),
  @JsonSubTypes.Type(value = ModelRequest.Likelihood.class, name = "likelihood"),
  @JsonSubTypes.Type(value = ModelRequest.Transcribe.class, name = "transcribe"),
  @JsonSubTypes.Type(value = ModelRequest.GenerateImages.class, name = "generate-images"),
  @JsonSubTypes.Type(value = ModelRequest.EditImage.class, name = "edit-image"),
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

  /// Write down what is said.
  ///
  /// @param audio a recording
  /// @param audioSeconds how long it is, where that is known
  /// @param language what is spoken, as ISO 639-1 writes it; the model finds out if absent
  /// @param prompt words before the recording, names or style; none if absent
  /// @param translate whether to write it in English, whatever is spoken
  /// @param wordTimes whether the times of the words are asked for
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Transcribe(
      Blob audio,
      @Nullable Double audioSeconds,
      @Nullable String language,
      @Nullable String prompt,
      boolean translate,
      boolean wordTimes)
      implements ModelRequest {
    public Transcribe {
      Require.present(audio, "audio");
    }
  }

  /// Make images of a description.
  ///
  /// @param prompt what they show
  /// @param count how many, 1 or more
  /// @param size their size; the model's own if absent
  /// @param settings the seed among them
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GenerateImages(
      String prompt, int count, @Nullable ImageSize size, GenerationSettings settings)
      implements ModelRequest {
    public GenerateImages {
      Require.present(prompt, "prompt");
      Require.atLeast(1, count, "count of images");
      settings = settings == null ? GenerationSettings.DEFAULTS : settings;
    }
  }

  /// Change an image.
  ///
  /// @param image what is changed
  /// @param mask which part is changed: white is, black stays; all of it if absent
  /// @param prompt what to do, in words
  /// @param kind what to do, by kind
  /// @param size the wanted size; that of `image` if absent
  /// @param settings the seed among them
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EditImage(
      Blob image,
      @Nullable Blob mask,
      String prompt,
      Editing kind,
      @Nullable ImageSize size,
      GenerationSettings settings)
      implements ModelRequest {
    public EditImage {
      Require.present(image, "image");
      Require.present(prompt, "prompt");
      Require.present(kind, "kind of editing");
      settings = settings == null ? GenerationSettings.DEFAULTS : settings;
    }
  }

  /// Ways to change an image.
  enum Editing {
    /// Fill in the part under the mask.
    @JsonProperty("inpainting")
    INPAINTING,
    /// Make it larger with detail that fits.
    @JsonProperty("super-resolution")
    SUPER_RESOLUTION,
    /// Give a grey image its colours.
    @JsonProperty("colorization")
    COLORIZATION,
    /// Make it an image of another kind: a photograph of a drawing, winter of summer.
    @JsonProperty("translation")
    TRANSLATION
  }

  /// Width and height in pixels, 1 or more each.
  record ImageSize(int width, int height) {
    public ImageSize {
      Require.atLeast(1, width, "width of an image");
      Require.atLeast(1, height, "height of an image");
    }

    /// `512x768`, as most interfaces write it.
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /// One turn of a conversation.
  ///
  /// @param role `system`, `user` or `assistant`
  /// @param content its text
  /// @param attachments images and recordings that go with the text, before it
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ChatMessage(
      String role,
      @JsonInclude(JsonInclude.Include.ALWAYS) String content,
      List<Blob> attachments) {
    public ChatMessage {
      Require.text(role, "role");
      Require.present(content, "content");
      attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /// A text alone.
    public ChatMessage(String role, String content) {
      this(role, content, List.of());
    }
  }
}
