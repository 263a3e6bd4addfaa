package io.assay.evaluator.providers;

import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.ModelOptions;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.UnusableModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// `recorded`: outputs that a system gave elsewhere, read from a JSON Lines file. So closed
/// services and old runs are compared on equal terms with models that are called now.
///
/// Options: `path`, absolute; `matchId` or `matchInput`, the field that holds the sample's id or
/// its input (`matchId: id` if neither is given); `output`, the field that holds the output,
/// default `output`. Fields are names, with dots for inner ones: `175b.solution`. Where two records
/// match a sample, the first is taken. A number, list or object is given as JSON text; for
/// embeddings the field holds an array of numbers, or one such array for each text; for likelihoods
/// see [JsonLikelihoods], for transcripts [JsonTranscripts]. An image's field holds the path of its
/// file, which starts from the folder of the records and stays inside, or a list of them with one
/// for each repeat; with what a detector found, an object `{"image": "cat.png", "objects": […]}` in
/// place of the path, see [JsonObjects].
///
/// A judge's record is found by what it was asked, since a sample has many questions: by the text
/// that it read (`matchInput`) or by the question's id (`matchId`).
///
/// Where `path` is a folder, it holds images whose names are the ids of samples: `cat.png`, or with
/// the repeat `cat-2.png`.
public final class RecordedProvider implements Provider {

  /// Files are shared: many models are often columns of one.
  private final ConcurrentMap<FileAndField, RecordFile> files = new ConcurrentHashMap<>();

  private record FileAndField(Path path, FieldPath match) {}

  @Override
  public String name() {
    return "recorded";
  }

  @Override
  public Model open(ModelSpec spec) throws UnusableModelException {
    var options = ModelOptions.of(spec);
    var path = path(spec, options.requiredText("path"));
    var matchId = options.text("matchId");
    var matchInput = options.text("matchInput");
    var output = FieldPath.parse(options.text("output").orElse("output"));
    options.refuseOthers();
    if (Files.isDirectory(path)) {
      return folder(spec, path);
    }
    if (matchId.isPresent() && matchInput.isPresent()) {
      throw UnusableModelException.wrongSpec(
          "model %s has both matchId and matchInput: say which one finds a sample's record"
              .formatted(spec.id()));
    }
    var match = FieldPath.parse(matchInput.or(() -> matchId).orElse("id"));
    var file =
        files.computeIfAbsent(new FileAndField(path, match), f -> new RecordFile(path, match));
    return new RecordedModel(spec, file, matchInput.isPresent(), output, images(path));
  }

  private static Model folder(ModelSpec spec, Path path) throws UnusableModelException {
    if (spec.options().size() > 1) {
      throw UnusableModelException.wrongSpec(
          "path of model %s is a folder, whose images are found by the samples' ids: leave the other options out"
              .formatted(spec.id()));
    }
    return new RecordedFolder(spec, new RecordedImages(path));
  }

  private static RecordedImages images(Path records) {
    return new RecordedImages(records.toAbsolutePath().resolveSibling(""));
  }

  private static Path path(ModelSpec spec, String text) throws UnusableModelException {
    var path = Path.of(text);
    if (!path.isAbsolute()) {
      throw UnusableModelException.wrongSpec(
          "option path of model %s is %s, expected an absolute path".formatted(spec.id(), text));
    }
    if (!Files.isReadable(path)) {
      throw UnusableModelException.notHere(
          "the recorded outputs of model %s are not readable by this evaluator: %s"
              .formatted(spec.id(), path));
    }
    return path.normalize();
  }
}
