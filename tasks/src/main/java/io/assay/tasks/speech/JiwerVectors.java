package io.assay.tasks.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.speech.Alignment.Run;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// jiwer's `process_words` and `process_characters` with its ready-made transforms, and the former
/// after Whisper's English normaliser.
@AutoService(ReferenceFunction.class)
public final class JiwerVectors implements ReferenceFunction {

  private static final List<String> WORD_TRANSFORMS =
      List.of(
          "default",
          "wer_default",
          "wer_contiguous",
          "wer_standardize",
          "wer_standardize_contiguous");
  private static final List<String> CHARACTER_TRANSFORMS =
      List.of("default", "cer_default", "cer_contiguous");

  @Override
  public List<String> names() {
    return List.of("wer", "wer_transform", "wer_whisper_english", "cer");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    boolean characters = line.metric().equals("cer");
    String transform =
        line.params()
            .choice("transform", "default", characters ? CHARACTER_TRANSFORMS : WORD_TRANSFORMS);
    TranscriptNormalizer normalizer = normalizer(line);
    List<String> references = texts(line.input("references"), normalizer);
    List<String> hypotheses = texts(line.input("hypotheses"), normalizer);
    if (references.size() != hypotheses.size() && !transform.endsWith("contiguous")) {
      throw new IllegalArgumentException(
          references.size() + " references, but " + hypotheses.size() + " hypotheses");
    }
    List<Comparison> pairs =
        characters
            ? characters(references, hypotheses, transform)
            : words(references, hypotheses, transform);
    return characters ? characterRates(pairs) : wordRates(pairs);
  }

  private static TranscriptNormalizer normalizer(VectorLine line) {
    boolean whisper = line.metric().equals("wer_whisper_english");
    String name =
        line.params()
            .choice(
                "normalizer",
                whisper ? "whisper_english" : "none",
                List.of("none", "whisper_english", "whisper_basic"));
    return switch (name) {
      case "whisper_english" -> new WhisperEnglish(SpellingTable.standard());
      case "whisper_basic" -> new WhisperBasic(false, false);
      default -> text -> text;
    };
  }

  private static List<String> texts(JsonNode input, TranscriptNormalizer normalizer) {
    List<String> texts = input.isTextual() ? List.of(input.asText()) : VectorJson.texts(input);
    return texts.stream().map(normalizer::normalize).toList();
  }

  private static List<Comparison> words(
      List<String> references, List<String> hypotheses, String transform) {
    boolean standardize = transform.contains("standardize");
    List<List<String>> first = words(references, standardize);
    List<List<String>> second = words(hypotheses, standardize);
    if (transform.endsWith("contiguous")) {
      first = List.of(first.stream().flatMap(List::stream).toList());
      second = List.of(second.stream().flatMap(List::stream).toList());
    }
    var pairs = new ArrayList<Comparison>();
    for (int i = 0; i < first.size(); i++) {
      pairs.add(Comparison.ofWords(first.get(i), second.get(i), Long.MAX_VALUE).orElseThrow());
    }
    return pairs;
  }

  private static List<List<String>> words(List<String> texts, boolean standardize) {
    return texts.stream()
        .map(each -> Transcripts.words(standardize ? Transcripts.standardize(each) : each))
        .toList();
  }

  private static List<Comparison> characters(
      List<String> references, List<String> hypotheses, String transform) {
    boolean contiguous = transform.equals("cer_contiguous");
    List<String> first = contiguous ? List.of(Transcripts.characters(references)) : references;
    List<String> second = contiguous ? List.of(Transcripts.characters(hypotheses)) : hypotheses;
    var pairs = new ArrayList<Comparison>();
    for (int i = 0; i < first.size(); i++) {
      pairs.add(
          Comparison.ofCharacters(
                  Transcripts.characters(first.get(i)),
                  Transcripts.characters(second.get(i)),
                  Long.MAX_VALUE)
              .orElseThrow());
    }
    return pairs;
  }

  private static ObjectNode characterRates(List<Comparison> pairs) {
    EditCounts counts = counts(pairs);
    return steps(counts, pairs).put("cer", counts.errorRate());
  }

  private static ObjectNode wordRates(List<Comparison> pairs) {
    EditCounts counts = counts(pairs);
    ObjectNode rates =
        steps(counts, pairs)
            .put("wer", counts.errorRate())
            .put("mer", counts.matchErrorRate())
            .put("wil", counts.informationLost())
            .put("wip", counts.informationPreserved());
    rates.set("reference_words", VectorJson.json(pairs, each -> texts(each.reference())));
    rates.set("hypothesis_words", VectorJson.json(pairs, each -> texts(each.hypothesis())));
    return rates;
  }

  private static EditCounts counts(List<Comparison> pairs) {
    return pairs.stream()
        .map(each -> each.alignment().counts())
        .reduce(EditCounts.NONE, EditCounts::plus);
  }

  private static ObjectNode steps(EditCounts counts, List<Comparison> pairs) {
    ObjectNode steps =
        JsonNodeFactory.instance
            .objectNode()
            .put("hits", counts.hits())
            .put("substitutions", counts.substitutions())
            .put("insertions", counts.insertions())
            .put("deletions", counts.deletions());
    steps.set(
        "alignments",
        VectorJson.json(
            pairs, each -> VectorJson.json(each.alignment().runs(), JiwerVectors::run)));
    return steps;
  }

  private static ArrayNode run(Run run) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(run.kind().name().toLowerCase(Locale.ROOT))
        .add(run.referenceStart())
        .add(run.referenceEnd())
        .add(run.hypothesisStart())
        .add(run.hypothesisEnd());
  }

  private static ArrayNode texts(Units units) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < units.size(); i++) {
      texts.add(units.text(i, i + 1));
    }
    return texts;
  }
}
