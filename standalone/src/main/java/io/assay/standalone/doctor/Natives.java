package io.assay.standalone.doctor;

import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Libraries with machine code: they exist for some platforms only.
final class Natives {

  private static final String PLATFORM =
      System.getProperty("os.name") + " " + System.getProperty("os.arch");

  private Natives() {}

  static Finding onnxRuntime() {
    try {
      Class.forName("ai.onnxruntime.OrtEnvironment").getMethod("getEnvironment").invoke(null);
      return new Finding(Verdict.OK, "ONNX runtime", "loads on " + PLATFORM, "");
    } catch (ReflectiveOperationException | LinkageError e) {
      return new Finding(
          Verdict.BAD,
          "ONNX runtime",
          "does not load on " + PLATFORM + ": " + e,
          "in-process embedding models and metrics with a network of your own will not work here; the rest will");
    }
  }

  static Finding duckDb() {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return new Finding(
          Verdict.OK, "DuckDB", connection.getMetaData().getDatabaseProductVersion(), "");
    } catch (SQLException | LinkageError e) {
      return new Finding(
          Verdict.BAD,
          "DuckDB",
          "does not load on " + PLATFORM + ": " + e,
          "the dashboard needs it");
    }
  }
}
