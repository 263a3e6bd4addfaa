package io.assay.contracts.spec;

import org.jspecify.annotations.Nullable;

/// What a model costs, in US dollars. Absent parts are unknown, not free.
///
/// @param inputPerMillionTokens dollars for a million input tokens
/// @param cachedInputPerMillionTokens dollars for a million input tokens that the provider had
///   cached; as the other input tokens if absent
/// @param outputPerMillionTokens dollars for a million output tokens
/// @param perAudioMinute dollars for a minute of audio
/// @param perImage dollars for one image
public record Price(
    @Nullable Double inputPerMillionTokens,
    @Nullable Double cachedInputPerMillionTokens,
    @Nullable Double outputPerMillionTokens,
    @Nullable Double perAudioMinute,
    @Nullable Double perImage) {

  /// Without a price of cached input.
  public Price(
      @Nullable Double inputPerMillionTokens,
      @Nullable Double outputPerMillionTokens,
      @Nullable Double perAudioMinute,
      @Nullable Double perImage) {
    this(inputPerMillionTokens, null, outputPerMillionTokens, perAudioMinute, perImage);
  }
}
