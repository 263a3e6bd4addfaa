package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.contracts.spec.Require;
import java.util.List;

/// What a model gave back, by capability.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Answer.Vectors.class, name = "vectors"),
  @JsonSubTypes.Type(value = Answer.Likelihoods.class, name = "likelihoods"),
})
public sealed interface Answer {

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
}
