package io.assay.tasks.speech;

/// Makes transcripts alike that differ only in spelling, punctuation or case.
@FunctionalInterface
public interface TranscriptNormalizer {

  /// The text to compare.
  String normalize(String text);
}
