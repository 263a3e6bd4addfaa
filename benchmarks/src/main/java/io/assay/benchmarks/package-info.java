/// Figures of the whole pipeline, measured from outside on one machine. Start at
/// [io.assay.benchmarks.PipelineBenchmark]. Absolute figures depend on the machine: compare ratios
/// of one run.
@NullMarked
package io.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
