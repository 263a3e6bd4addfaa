package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.contracts.spec.Require;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a model gave back, by capability.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Answer.Vectors.class, name = "vectors"),
  @JsonSubTypes.Type(value = Answer.Likelihoods.class, name = "likelihoods"),
  @JsonSubTypes.Type(value = Answer.Transcript.class, name = "transcript"),
  @JsonSubTypes.Type(value = Answer.Images.class, name = "images"),
})
public sealed interface Answer {

  /// The text of an answer that is one, written or heard.
  default Optional<String> textual() {
    return switch (this) {
      case Text(String text) -> Optional.of(text);
      case Transcript heard -> Optional.of(heard.text());
      case Vectors _, Likelihoods _, Images _ -> Optional.empty();
    };
  }

  /// A text; it may be empty.
  record Text(String text) implements Answer {
    public Text {
      Require.present(text, "text");
    }
  }

  /// One vector for each text of the request, in its order.
  record Vectors(List<Embedding> vectors) implements Answer {
    public Vectors {
      vectors = List.copyOf(Require.some(vectors, "vectors"));
    }
  }

  /// How likely each continuation of the request is to the model, in its order.
  record Likelihoods(List<Continuation> continuations) implements Answer {
    public Likelihoods {
      continuations = List.copyOf(Require.some(continuations, "continuations"));
    }
  }

  /// How likely one continuation is to the model, given what comes before it.
  ///
  /// @param logprob the sum of its tokens' natural log-probabilities; finite
  /// @param tokens how many tokens it has
  /// @param greedy whether each of its tokens is the likeliest one at its place
  record Continuation(double logprob, int tokens, boolean greedy) {
    public Continuation {
      if (!Double.isFinite(logprob)) {
        throw new IllegalArgumentException(
            "logprob of a continuation is " + logprob + ", expected a finite number");
      }
      Require.atLeast(0, tokens, "tokens of a continuation");
    }
  }

  /// What was said, in writing.
  ///
  /// @param text all of it; empty where nothing was heard
  /// @param language what is spoken, as the model names it
  /// @param audioSeconds how long the recording is, as the model says
  /// @param words the words with their times, where the model gives them
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Transcript(
      @JsonInclude(JsonInclude.Include.ALWAYS) String text,
      @Nullable String language,
      @Nullable Double audioSeconds,
      List<Word> words)
      implements Answer {
    public Transcript {
      Require.present(text, "text");
      words = words == null ? List.of() : List.copyOf(words);
    }
  }

  /// A word of a transcript.
  ///
  /// @param text the word
  /// @param start seconds from the recording's beginning
  /// @param end seconds from the recording's beginning, not before `start`
  record Word(String text, double start, double end) {
    public Word {
      Require.present(text, "text of a word");
      if (!(start >= 0 && end >= start && Double.isFinite(end))) {
        throw new IllegalArgumentException(
            "word %s is from %s to %s s, expected 0 <= start <= end".formatted(text, start, end));
      }
    }
  }

  /// Images; at least one.
  ///
  /// @param images the images
  /// @param found what a detector found in the first of them; absent where none has looked, which
  ///   is not the same as nothing
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Images(List<Blob> images, @Nullable List<Found> found) implements Answer {
    public Images {
      images = List.copyOf(Require.some(images, "images"));
      found = found == null ? null : List.copyOf(found);
    }

    /// Images that no detector has looked at.
    public Images(List<Blob> images) {
      this(images, null);
    }
  }

  /// An object that a detector found in an image.
  ///
  /// @param name its class, such as `cat`
  /// @param box its left, upper, right and lower edge in pixels
  /// @param confidence how sure the detector is, from 0 to 1
  /// @param colour its colour, where a classifier has told it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Found(String name, List<Double> box, double confidence, @Nullable String colour) {
    public Found {
      Require.text(name, "name of a found object");
      box = List.copyOf(Require.present(box, "box of " + name));
      if (box.size() != 4 || !box.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "box of %s is %s, expected its left, upper, right and lower edge".formatted(name, box));
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException(
            "confidence of %s is %s, expected 0 to 1".formatted(name, confidence));
      }
    }
  }
}
