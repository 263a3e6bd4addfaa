package io.assay.producer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Keys under `assay.producer`. The service refuses to start on an unknown or invalid value.
@ConfigMapping(prefix = "assay.producer")
public interface ProducerConfig {

  /// The providers that the workers have.
  @WithDefault("anthropic,command,fake,gemini,in-process,mistral,ollama,openai,recorded")
  @NotEmpty
  List<String> providers();

  /// Folders that files of job documents must lie in.
  @WithDefault("/")
  @NotEmpty
  List<Path> datasetRoots();

  /// Hosts that datasets may be fetched from; `*` for any.
  @WithDefault("*")
  List<String> datasetHosts();

  /// Most bytes of a dataset that is fetched.
  @WithDefault("4294967296")
  @Min(1)
  long largestDownload();

  /// The folder that relative paths of a document start from, where the document's own folder is
  /// not known.
  @WithDefault(".")
  Path baseDir();

  /// The folder for fetched and shuffled datasets of running jobs; one of the system's if absent.
  Optional<Path> workDir();

  /// The folder that keeps datasets of the hub; inside the work folder, or else in the user's
  /// cache, if absent.
  Optional<Path> datasetCache();

  /// A folder of model cards (YAML) of the operator's own, beside those that come with Assay.
  Optional<Path> catalogDir();

  /// Most prompts of one model of a job that are issued and not yet settled.
  @WithDefault("1000")
  @Min(1)
  int window();

  /// Most prompts in one transaction.
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int batchSize();

  /// How long nothing of a model may settle before what is unsettled is issued again.
  @WithDefault("120s")
  Duration unsettledAfter();

  /// How many rows of a dataset are checked field by field before a job is accepted. All rows are
  /// counted.
  @WithDefault("200000")
  @Min(1)
  long checkedRows();

  /// The longest recording of a dataset.
  @WithDefault("1h")
  Duration longestAudio();

  /// Which jobs that were open when the service last stopped go on by themselves: `all`, `none`, or
  /// the id of one. The others are paused and can be resumed.
  @WithName("continue")
  @WithDefault("all")
  String continued();
}
