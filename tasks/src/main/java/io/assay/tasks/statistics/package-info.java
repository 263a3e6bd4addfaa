/// What numbers are worth: sums that do not depend on order, intervals, tests of two systems on the
/// same samples, agreement of judges, ratings. Start at [io.assay.tasks.statistics.Summary], then
/// [io.assay.tasks.statistics.Differences]; the bootstrap of running jobs is in
/// [io.assay.tasks.statistics.PoissonWeights]. Nothing here has a state or a clock: random numbers
/// come from seeds.
@NullMarked
package io.assay.tasks.statistics;

import org.jspecify.annotations.NullMarked;
