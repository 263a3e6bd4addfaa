package io.assay.benchmarks;

import io.assay.benchmarks.Measurement.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/// Prints how long the work on vectors, pictures and long texts takes, beside what the references
/// took: `benchmarks/vectors`.
public final class VectorTable {

  /// For what takes seconds: an iteration is one operation.
  private static final Effort SLOW = new Effort(1, 2, 3, TimeValue.milliseconds(100));

  private VectorTable() {}

  /// A row.
  ///
  /// @param method of the benchmark
  /// @param parameters of the benchmark
  /// @param seconds the reference took; 0 where there is none
  /// @param reference which that was
  record Row(
      String title,
      Class<?> benchmark,
      String method,
      Map<String, String> parameters,
      double seconds,
      String reference) {

    boolean isSlow() {
      return benchmark == FrechetBenchmark.class || benchmark == RetrievalBenchmark.class;
    }

    Row(String title, String method, double aSecond, String reference) {
      this(title, PictureBenchmark.class, method, Map.of(), 1 / aSecond, reference);
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("SSIM, Gaussian, 256×256 RGB", "ssimGaussian", 67, "scikit-image"),
          new Row("SSIM, 7×7, 256×256 RGB", "ssimUniform", 91, "scikit-image"),
          new Row("SSIM, mirrored, 256×256 RGB", "ssimMirrored", 24, "torchmetrics"),
          new Row("PSNR, 256×256 RGB", "psnr", 4_600, "NumPy"),
          frechet(512, 0.3),
          frechet(1024, 2.5),
          frechet(2048, 33),
          new Row(
              "best 100 of 50,000×384 for 1,000 queries",
              RetrievalBenchmark.class,
              "rank",
              Map.of("queries", "1000"),
              7.9 / 5,
              "NumPy with OpenBLAS"),
          alignment("WER of 10,000 words, a tenth differs", "false"),
          alignment("WER of 10,000 words, all differ", "true"));

  private static Row frechet(int dimension, double seconds) {
    return new Row(
        "Fréchet distance, " + dimension + " features",
        FrechetBenchmark.class,
        "distance",
        Map.of("dimension", Integer.toString(dimension)),
        seconds,
        "ojAlgo");
  }

  private static Row alignment(String title, String unlike) {
    return new Row(title, AlignmentBenchmark.class, "align", Map.of("unlike", unlike), 0, "–");
  }

  /// Arguments: those of `benchmarks/vectors`.
  public static void main(String... args) throws RunnerException {
    boolean quick = List.of(args).contains("--quick");
    System.out.printf(Locale.ROOT, "load %.1f%n%n", Measurement.load());
    System.out.println("| what | processor time | MiB allocated | reference | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (Row row : ROWS) {
      if (!quick || row.seconds() < 1) {
        System.out.println(line(row, measure(row, effort(row, quick))));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nBest of the iterations. The references' figures were measured once, on two cores of such"
            + " a machine; they are not run here. Load now %.1f.%n",
        Measurement.load());
  }

  private static Effort effort(Row row, boolean quick) {
    if (row.isSlow()) {
      return SLOW;
    }
    return quick ? Effort.QUICK : Effort.FULL;
  }

  /// Measures a row.
  static Measurement measure(Row row, Effort effort) throws RunnerException {
    var options = Measurement.options(row.benchmark(), row.method(), effort);
    row.parameters().forEach(options::param);
    var measured = new ArrayList<>(Measurement.run(options, ""));
    if (measured.size() != 1) {
      throw new IllegalStateException(row.title() + " was measured " + measured.size() + " times");
    }
    return measured.getFirst();
  }

  /// A line of the table.
  static String line(Row row, Measurement measured) {
    double seconds = 1 / measured.perSecond();
    boolean known = row.seconds() > 0;
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %s | %s |",
        row.title(),
        time(seconds),
        measured.bytes() / (1 << 20),
        known ? time(row.seconds()) + " (" + row.reference() + ")" : row.reference(),
        known ? String.format(Locale.ROOT, "%.1f", row.seconds() / seconds) : "–");
  }

  private static String time(double seconds) {
    return seconds < 1
        ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /// The rows there are.
  static List<Row> rows() {
    return ROWS;
  }
}
