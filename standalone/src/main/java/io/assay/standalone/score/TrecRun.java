package io.assay.standalone.score;

import io.assay.standalone.client.AssayException;
import io.assay.tasks.embedding.TrecFiles;
import io.assay.tasks.embedding.TrecReport;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Scores a run of TREC's format as trec_eval does, and prints it in its format.
///
/// @param run `query Q0 document rank score tag`
/// @param judgements `query iteration document grade`
/// @param release 9 or 10
/// @param perQuery whether queries have lines too
/// @param complete whether judged queries that the run lacks count
public record TrecRun(
    Path run, Path judgements, int release, boolean perQuery, boolean complete) {

  public TrecRun {
    if (release != 9 && release != 10) {
      throw new AssayException("there is no release " + release + " of trec_eval: 9 or 10");
    }
  }

  /// Prints the measures.
  ///
  /// @param measures by trec_eval's names or ours; the official ones if there are none
  /// @throws AssayException where a file cannot be read or is not of the format
  public void print(List<String> measures, Consumer<String> out) {
    try {
      var report =
          new TrecReport(
              TrecFiles.run(run),
              TrecFiles.judgements(judgements),
              release == 9 ? TrecReport.Release.NINE : TrecReport.Release.TEN,
              complete);
      report
          .lines(measures, perQuery)
          .forEach(line ->
              out.accept(
                  String.format(
                      Locale.ROOT, "%-22s\t%s\t%s", line.measure(), line.query(), line.value())));
    } catch (CharacterCodingException e) {
      throw new AssayException("a file is not UTF-8 text: " + run + " or " + judgements, e);
    } catch (IOException e) {
      throw new AssayException("cannot read " + run + " or " + judgements + " (" + e + ")", e);
    } catch (IllegalArgumentException e) {
      throw new AssayException(String.valueOf(e.getMessage()), e);
    }
  }
}
