package io.assay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Processor time of the process in an iteration, the collector's and the compiler's included, as
/// that of the references in Python: on a busy machine the clock on the wall measures the others'
/// work.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class ProcessorTime {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// Nanoseconds of the iteration.
  public long processorNanos;

  private long from;

  /// Begins.
  @Setup(Level.Iteration)
  public void begin() {
    from = SYSTEM.getProcessCpuTime();
  }

  /// Ends.
  @TearDown(Level.Iteration)
  public void end() {
    processorNanos = SYSTEM.getProcessCpuTime() - from;
  }
}
