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
}
