package io.assay.benchmarks;

import io.assay.benchmarks.Measurement.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/// Prints how many pairs of texts a second of processor time is enough for by each metric, beside
/// what the reference implementation in Python took: `benchmarks/metrics`.
public final class MetricTable {

  private MetricTable() {}

  /// What to measure.
  ///
  /// @param file of texts; empty for made-up ones
  /// @param rows which metrics
  record Choice(Effort effort, String file, List<JudgedMetric> rows) {

    static Choice parse(String... args) {
      Effort effort = Effort.FULL;
      String file = "";
      List<JudgedMetric> rows = List.of(JudgedMetric.values());
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--quick" -> effort = Effort.QUICK;
          case "--only" -> rows = rows(++i < args.length ? args[i] : "");
          default -> file = file(args[i]);
        }
      }
      return new Choice(effort, file, rows);
    }

    private static String file(String argument) {
      Path file = Path.of(argument).toAbsolutePath();
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException(
            "no file " + file + "; usage: benchmarks/metrics [--quick] [--only A,B] [FILE]");
      }
      return file.toString();
    }

    private static List<JudgedMetric> rows(String names) {
      var rows = new ArrayList<JudgedMetric>();
      for (String name : names.split(",", -1)) {
        rows.add(
            Arrays.stream(JudgedMetric.values())
                .filter(row -> row.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "no row '"
                            + name
                            + "'; there are "
                            + Arrays.toString(JudgedMetric.values()))));
      }
      return rows;
    }
  }

  /// Arguments: those of `benchmarks/metrics`.
  public static void main(String... args) throws RunnerException {
    Choice choice = Choice.parse(args);
    System.out.printf(
        Locale.ROOT,
        "%s; %.0f s a row; load %.1f%n%n",
        choice.file().isEmpty() ? "made-up pairs of 13 words" : choice.file(),
        choice.effort().seconds(),
        Measurement.load());
    System.out.print(table(measure(choice)));
    System.out.printf(
        Locale.ROOT,
        "%nPairs a second of processor time, collector and compiler included, best of %d"
            + " iterations. The references' figures were measured once, on one core of such a"
            + " machine (best of 5); they are not run here. Load now %.1f.%n",
        choice.effort().iterations(),
        Measurement.load());
  }

  /// Measures each row.
  static List<Measurement> measure(Choice choice) throws RunnerException {
    return Measurement.run(
        Measurement.options(MetricBenchmark.class, "judge", choice.effort())
            .param("row", choice.rows().stream().map(Enum::name).toArray(String[]::new))
            .param("file", choice.file()),
        "row");
  }

  /// The table in Markdown.
  static String table(List<Measurement> measurements) {
    var table = new StringBuilder();
    table.append("| metric | pairs a second | bytes a pair | Python reference | ratio |\n");
    table.append("|---|---|---|---|---|\n");
    for (Measurement measurement : measurements) {
      JudgedMetric row = JudgedMetric.valueOf(measurement.parameter());
      double speed = measurement.perSecond() * row.texts();
      boolean known = row.reference() > 0;
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.0f | %,.0f | %s | %s |%n",
              row.title(),
              speed,
              measurement.bytes() / row.texts(),
              known ? String.format(Locale.ROOT, "%,.0f", row.reference()) : "–",
              known ? String.format(Locale.ROOT, "%.1f", speed / row.reference()) : "–"));
    }
    return table.toString();
  }
}
