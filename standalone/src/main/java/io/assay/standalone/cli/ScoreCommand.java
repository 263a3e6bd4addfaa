package io.assay.standalone.cli;

import io.assay.standalone.client.AssayException;
import io.assay.standalone.score.PairedTest;
import io.assay.standalone.score.ScoreReport;
import io.assay.standalone.score.ScoreRequest;
import io.assay.standalone.score.TrecRun;
import io.assay.standalone.score.VectorsFile;
import io.assay.standalone.show.Terminal;
import io.assay.tasks.own.CommandMetric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Scores outputs that exist already.
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Score outputs that exist already, without a server.",
      "",
      "  ./assay score --metric bleu --references ref.txt --hypotheses hyp.txt",
      "  ./assay score --metric exact_match --jsonl answers.jsonl --target gold --output a,b",
      "  ./assay score --vectors golden.jsonl",
      "  ./assay score --run results.trec --qrels qrels.trec --metric map,ndcg@10",
      ""
    })
public final class ScoreCommand implements Callable<Integer> {

  @Option(
      names = {"-m", "--metric"},
      split = ",",
      paramLabel = "METRIC",
      description = "Metrics (./assay metrics lists them); may be repeated.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the metrics, such as tokenize=intl; may be repeated.")
  private Map<String, String> params = new LinkedHashMap<>();

  @Option(
      names = {"-r", "--references"},
      arity = "1..*",
      paramLabel = "FILE",
      description = "What is expected, a line an item; several files: several references an item.")
  private List<Path> references = new ArrayList<>();

  @Option(
      names = {"-y", "--hypotheses"},
      arity = "1..*",
      paramLabel = "FILE",
      description = "Answers, a line an item; several files: several systems, which are compared.")
  private List<Path> hypotheses = new ArrayList<>();

  @Option(
      names = "--jsonl",
      paramLabel = "FILE",
      description = "Items and answers as JSON lines, in place of the files above.")
  private @Nullable Path jsonl;

  @Option(
      names = "--output",
      split = ",",
      paramLabel = "FIELD",
      description = "With --jsonl: fields with answers, each a system (default: output).")
  private List<String> outputs = new ArrayList<>(List.of("output"));

  @Option(
      names = "--target",
      paramLabel = "FIELD",
      defaultValue = "target",
      description = "With --jsonl: the field with what is expected (default: target).")
  private String target = "target";

  @Option(
      names = "--input",
      paramLabel = "FIELD",
      defaultValue = "input",
      description = "With --jsonl: the field with the input (default: input).")
  private String input = "input";

  @Option(
      names = "--id",
      paramLabel = "FIELD",
      defaultValue = "id",
      description = "With --jsonl: the field with the item's id (default: id, else the line).")
  private String id = "id";

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description = {
        "Answer a file of vectors, a JSON object a line with metric, params and inputs:",
        "prints id and what we compute in the shape of the reference's result."
      })
  private @Nullable Path vectors;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = {
        "Score a TREC run (query Q0 document rank score tag) with --qrels, in trec_eval's format:",
        "its official measures, or those of --metric (map, ndcg_cut_10, ndcg@10, P_5 …)."
      })
  private @Nullable Path run;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "With --run: judgements (query iteration document grade).")
  private @Nullable Path qrels;

  @Option(names = "--per-query", description = "With --run: a line for each query too.")
  private boolean perQuery;

  @Option(
      names = "--complete",
      description = "With --run: judged queries that the run lacks count as 0 (trec_eval's -c).")
  private boolean complete;

  @Option(
      names = "--trec-eval",
      paramLabel = "RELEASE",
      defaultValue = "10",
      description = "With --run: 9 compares scores in single precision, 10 in double (default).")
  private int release = 10;

  @Option(
      names = "--test",
      paramLabel = "TEST",
      defaultValue = "bootstrap",
      description = {
        "With several systems: the paired test of their difference to the first, for p:",
        "bootstrap (default), permutation, sign, wilcoxon, or mcnemar for metrics of 0 and 1."
      })
  private String test = "bootstrap";

  @Option(names = "--json", description = "Print one JSON document; all else to standard error.")
  private boolean json;

  @Override
  public Integer call() {
    System.setProperty(CommandMetric.ALLOWED, "true"); // whoever runs this may run programs anyway
    Terminal terminal = Terminal.of(json);
    if (vectors != null) {
      int errors = VectorsFile.answer(vectors, terminal::document);
      return errors == 0 ? ExitCode.DONE : ExitCode.ERROR;
    }
    if (run != null) {
      if (qrels == null) {
        throw new AssayException("name the judgements of the run: --qrels FILE");
      }
      new TrecRun(run, qrels, release, perQuery, complete).print(metrics, terminal::document);
      return ExitCode.DONE;
    }
    ScoreReport report = request().report(PairedTest.of(test));
    report.print(terminal);
    return report.refused() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private ScoreRequest request() {
    if (metrics.isEmpty()) {
      throw new AssayException("name a metric: --metric bleu. See them: ./assay metrics");
    }
    if (jsonl != null) {
      return new ScoreRequest(
          metrics,
          params,
          List.of(),
          List.of(jsonl),
          new ScoreRequest.JsonFields(id, input, target, outputs));
    }
    if (hypotheses.isEmpty()) {
      throw new AssayException(
          "name files of answers (--hypotheses hyp.txt) or of JSON lines (--jsonl FILE)."
              + " Help: ./assay score --help");
    }
    return new ScoreRequest(
        metrics,
        params,
        references,
        hypotheses,
        new ScoreRequest.JsonFields(id, input, target, List.of()));
  }
}
