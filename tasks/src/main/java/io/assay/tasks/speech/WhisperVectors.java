package io.assay.tasks.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.util.List;

/// Whisper's text normalisers and their parts.
@AutoService(ReferenceFunction.class)
public final class WhisperVectors implements ReferenceFunction {

  @Override
  public List<String> names() {
    return List.of(
        "whisper_basic", "whisper_english", "whisper_english_numbers", "whisper_english_spelling");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    TranscriptNormalizer normalizer = normalizer(line.metric(), line.params());
    String text = VectorJson.text(line.input("text"));
    return JsonNodeFactory.instance.objectNode().put("normalized", normalizer.normalize(text));
  }

  private static TranscriptNormalizer normalizer(String metric, VectorParams params) {
    return switch (metric) {
      case "whisper_basic" ->
          new WhisperBasic(
              params.flag("remove_diacritics", false), params.flag("split_letters", false));
      case "whisper_english" -> new WhisperEnglish(SpellingTable.standard());
      case "whisper_english_numbers" -> EnglishNumbers::inDigits;
      case "whisper_english_spelling" -> SpellingTable.standard()::american;
      default -> throw new IllegalArgumentException("unknown normalizer " + metric);
    };
  }
}
