package io.assay.tasks.type;

/// What a model can be asked to do.
public enum Capability {
  GENERATE_TEXT,
  EMBED,
  /// Say how likely given texts are.
  LIKELIHOOD,
  /// Write down what is said in a recording.
  TRANSCRIBE,
  GENERATE_IMAGES,
  /// Change a given image.
  EDIT_IMAGE
}
