package io.assay.images.network;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// Tells texts' tokens by a `tokenizer.json` as Hugging Face has it, with its special ones.
public final class CaptionTokenizer {

  private static final Cleaner CLEANER = Cleaner.create();
  private static final Map<String, String> OPTIONS =
      Map.of("padding", "false", "truncation", "false");

  private final HuggingFaceTokenizer tokenizer;

  private CaptionTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /// Opens a file.
  ///
  /// @throws IllegalArgumentException where there is none, or it is no tokenizer
  public static CaptionTokenizer open(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("there is no file " + file + ", or it may not be read");
    }
    try {
      var tokenizer = HuggingFaceTokenizer.newInstance(file, OPTIONS);
      var opened = new CaptionTokenizer(tokenizer);
      var _ = CLEANER.register(opened, tokenizer::close);
      return opened;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(
          file
              + " is no tokenizer: "
              + e.getMessage()
              + ". It is the tokenizer.json that lies beside the network at Hugging Face",
          e);
    }
  }

  /// The tokens of a text, at most so many: of a longer text the first ones and the very last,
  /// which marks the end.
  long[] tokens(String text, int most) {
    try {
      long[] all = tokenizer.encode(text).getIds();
      if (all.length <= most) {
        return all;
      }
      long[] kept = Arrays.copyOf(all, most);
      kept[most - 1] = all[all.length - 1];
      return kept;
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
