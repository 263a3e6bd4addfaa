package io.assay.evaluator.trial;

import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.ImageGenerator;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.Transcriber;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What can be tried of a model.
public enum Ability {
  TEXT,
  EMBEDDING,
  LIKELIHOOD,
  SPEECH,
  IMAGES;

  /// What a model's card promises; text and vectors where it says nothing that is known.
  public static Set<Ability> promised(List<String> taskTypes) {
    var promised = EnumSet.noneOf(Ability.class);
    for (String type : taskTypes) {
      if (type.contains("likelihood") || type.equals("language-modeling")) {
        promised.add(LIKELIHOOD);
      } else if (type.startsWith("speech")) {
        promised.add(SPEECH);
      } else if (type.contains("image")) {
        promised.add(IMAGES);
      } else if (type.equals("embedding")) {
        promised.add(EMBEDDING);
      } else {
        promised.add(TEXT);
      }
    }
    return promised.isEmpty() ? EnumSet.of(TEXT, EMBEDDING) : promised;
  }

  boolean of(Model model) {
    return switch (this) {
      case TEXT -> model instanceof TextGenerator;
      case EMBEDDING -> model instanceof Embedder;
      case LIKELIHOOD -> model instanceof LikelihoodScorer;
      case SPEECH -> model instanceof Transcriber;
      case IMAGES -> model instanceof ImageGenerator;
    };
  }
}
