package io.assay.standalone.show;

import io.assay.standalone.client.JobView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them.
final class Numbers {

  private Numbers() {}

  /// A metric with its interval: `0.8203 [0.80, 0.84]`.
  static String metric(JobView.Metric metric) {
    if (metric.value() == null) {
      return "–";
    }
    return interval(metric).isEmpty()
        ? value(metric.value())
        : value(metric.value()) + " " + interval(metric);
  }

  private static String interval(JobView.Metric metric) {
    return metric.low() == null || metric.high() == null
        ? ""
        : "[" + value(metric.low()) + ", " + value(metric.high()) + "]";
  }

  /// Four places below 100, one above.
  static String value(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.4f" : "%.1f", value);
  }

  /// Samples per second.
  static String rate(@Nullable Double rate) {
    return rate == null ? "" : String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
  }

  /// A duration: `8 s`, `3 min 20 s`, `2 h 5 min`.
  static String duration(@Nullable Double seconds) {
    if (seconds == null || seconds.isNaN() || seconds.isInfinite()) {
      return "";
    }
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
