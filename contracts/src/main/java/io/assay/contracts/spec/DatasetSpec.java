package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where samples come from. Either one file (`path`), or a retrieval corpus in BEIR's layout
/// (`corpus`, `queries`, `qrels`). Paths are local or http(s) addresses.
///
/// @param source the format: `jsonl`, `csv`, `tsv`, or `beir`; by the path's ending if absent
/// @param path the file, relative to the job document
/// @param columns names of the columns of a file that has no header line
/// @param delimiter the column separator of a `csv` or `tsv` file, if not its format's own
/// @param quote the quotation character; empty text where a quotation mark is an ordinary character
/// @param corpus BEIR passages (JSONL with `_id`, `title`, `text`)
/// @param queries BEIR queries (JSONL with `_id`, `text`)
/// @param qrels BEIR judgements (tab-separated: query id, passage id, grade)
/// @param limit at most so many samples; all if absent
/// @param shuffleSeed order samples by a hash of this seed and their ids; file order if absent
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatasetSpec(
    @Nullable String source,
    @Nullable String path,
    List<String> columns,
    @Nullable String delimiter,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quote,
    @Nullable String corpus,
    @Nullable String queries,
    @Nullable String qrels,
    @Nullable Long limit,
    @Nullable Long shuffleSeed) {

  public DatasetSpec {
    columns = columns == null ? List.of() : List.copyOf(columns);
    if (limit != null) {
      Require.atLeast(1, limit, "dataset.limit");
    }
  }
}
