package io.assay.benchmarks;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What JMH found for one benchmark with one set of parameters.
///
/// @param benchmark the method's name
/// @param parameter the value of the parameter asked for; empty if it has none
/// @param perSecond operations a second of processor time, best of the iterations, as the
///   references were measured
/// @param bytes allocated by an operation
record Measurement(String benchmark, String parameter, double perSecond, double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String PROCESSOR = "processorNanos";

  /// How long JMH measures.
  ///
  /// @param forks processes of their own, one after the other; 0 for this one
  /// @param warmups iterations that are not counted
  /// @param iterations iterations that are
  /// @param time of an iteration
  record Effort(int forks, int warmups, int iterations, TimeValue time) {
    static final Effort QUICK = new Effort(1, 5, 3, TimeValue.milliseconds(500));
    static final Effort FULL = new Effort(1, 5, 5, TimeValue.seconds(2));

    double seconds() {
      return time.convertTo(TimeUnit.MILLISECONDS) / 1000.0 * (warmups + iterations);
    }
  }

  /// Options of every run; the benchmark's own parameters are added by the caller.
  static ChainedOptionsBuilder options(Class<?> benchmarks, String method, Effort effort) {
    return new OptionsBuilder()
        .include(Pattern.quote(benchmarks.getName() + "." + method) + "$")
        .mode(Mode.Throughput)
        .timeUnit(TimeUnit.SECONDS)
        .threads(1)
        .forks(effort.forks())
        .warmupForks(0)
        .warmupIterations(effort.warmups())
        .warmupTime(effort.time())
        .measurementIterations(effort.iterations())
        .measurementTime(effort.time())
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  /// Measures, in the order of the benchmarks' names and of the parameter's values.
  ///
  /// @param parameter the parameter that tells the measurements apart; empty if there is none
  static List<Measurement> run(ChainedOptionsBuilder options, String parameter)
      throws RunnerException {
    Collection<RunResult> results = new Runner(options.build()).run();
    var measurements = new ArrayList<Measurement>();
    for (RunResult result : results) {
      measurements.add(of(result, parameter));
    }
    return measurements;
  }

  private static Measurement of(RunResult result, String parameter) {
    String name = result.getParams().getBenchmark();
    return new Measurement(
        name.substring(name.lastIndexOf('.') + 1),
        parameter.isEmpty() ? "" : result.getParams().getParam(parameter),
        best(result),
        secondary(result.getSecondaryResults(), ALLOCATED));
  }

  private static double best(RunResult result) {
    double best = 0;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        double processors = secondary(iteration.getSecondaryResults(), PROCESSOR) / 1e9;
        best = Math.max(best, iteration.getPrimaryResult().getScore() / processors);
      }
    }
    return best;
  }

  @SuppressWarnings("rawtypes") // as JMH has it
  private static double secondary(Map<String, Result> results, String name) {
    return requireNonNull(results.get(name), () -> "JMH did not measure " + name).getScore();
  }

  /// The machine's load, which belongs to every figure.
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
