package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where samples come from: one file (`path`), a retrieval corpus in BEIR's layout (`corpus`,
/// `queries`, `qrels`), or a dataset of the Hugging Face hub (`name`). Paths are local or http(s)
/// addresses.
///
/// @param source the format: `jsonl`, `json`, `csv`, `tsv`, `parquet`, `beir`, `huggingface`,
///   `humaneval`, `mbpp`, `openai-evals`, `inspect` or `mteb`; by the path's ending if absent
/// @param path the file, relative to the job document
/// @param key the key of the array in a `json` file that is an object; its only array if absent
/// @param columns names of the columns of a file that has no header line
/// @param delimiter the column separator of a `csv` or `tsv` file, if not its format's own
/// @param quote the quotation character; empty text where a quotation mark is an ordinary character
/// @param corpus BEIR passages (JSONL with `_id`, `title`, `text`)
/// @param queries BEIR queries (JSONL with `_id`, `text`)
/// @param qrels BEIR judgements (tab-separated: query id, passage id, grade)
/// @param name the dataset's name on the hub, such as `openai/gsm8k`
/// @param config its configuration there; the only one if absent
/// @param split its part there, such as `test`
/// @param revision its version there: a branch, tag or commit; an accepted job has the commit
/// @param where only rows whose fields have these values; a list means any of them
/// @param limit at most so many samples; all if absent
/// @param shuffleSeed order samples by a hash of this seed and their ids; file order if absent
/// @param onBadRow what a row that is no sample does; `fail` if absent
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatasetSpec(
    @Nullable String source,
    @Nullable String path,
    @Nullable String key,
    List<String> columns,
    @Nullable String delimiter,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quote,
    @Nullable String corpus,
    @Nullable String queries,
    @Nullable String qrels,
    @Nullable String name,
    @Nullable String config,
    @Nullable String split,
    @Nullable String revision,
    Map<String, JsonNode> where,
    @Nullable Long limit,
    @Nullable Long shuffleSeed,
    @Nullable OnBadRow onBadRow) {

  /// What a row that is no sample does to the job.
  public enum OnBadRow {
    /// The job is refused.
    @JsonProperty("fail")
    FAIL,
    /// The row is left out and counted.
    @JsonProperty("skip")
    SKIP
  }

  public DatasetSpec {
    columns = columns == null ? List.of() : List.copyOf(columns);
    where = where == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(where));
    if (limit != null) {
      Require.atLeast(1, limit, "dataset.limit");
    }
  }

  /// Files of the plain formats.
  public DatasetSpec(
      @Nullable String source,
      @Nullable String path,
      List<String> columns,
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable String corpus,
      @Nullable String queries,
      @Nullable String qrels,
      @Nullable Long limit,
      @Nullable Long shuffleSeed) {
    this(
        source,
        path,
        null,
        columns,
        delimiter,
        quote,
        corpus,
        queries,
        qrels,
        null,
        null,
        null,
        null,
        Map.of(),
        limit,
        shuffleSeed,
        null);
  }

  /// Whether rows that are no samples are left out.
  public boolean skipsBadRows() {
    return onBadRow == OnBadRow.SKIP;
  }

  /// One file, all of it; its format is that of its ending.
  public static DatasetSpec file(String path) {
    return new DatasetSpec(
        null, path, null, List.of(), null, null, null, null, null, null, null, null, null, Map.of(),
        null, null, null);
  }

  /// The same with other files.
  public DatasetSpec at(
      @Nullable String otherPath,
      @Nullable String otherCorpus,
      @Nullable String otherQueries,
      @Nullable String otherQrels) {
    return new DatasetSpec(
        source,
        otherPath,
        key,
        columns,
        delimiter,
        quote,
        otherCorpus,
        otherQueries,
        otherQrels,
        name,
        config,
        split,
        revision,
        where,
        limit,
        shuffleSeed,
        onBadRow);
  }

  /// The same part of the hub's dataset, or another one, at a version.
  public DatasetSpec onHub(
      @Nullable String otherConfig, @Nullable String otherSplit, @Nullable String otherRevision) {
    return new DatasetSpec(
        source,
        path,
        key,
        columns,
        delimiter,
        quote,
        corpus,
        queries,
        qrels,
        name,
        otherConfig,
        otherSplit,
        otherRevision,
        where,
        limit,
        shuffleSeed,
        onBadRow);
  }
}
