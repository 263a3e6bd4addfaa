/// Sums that do not depend on order, bootstrap weights that every model shares, intervals and
/// correlations. Start at [io.assay.tasks.statistics.PoissonWeights]. Nothing here draws random
/// numbers: all of it is a pure function of its arguments.
@NullMarked
package io.assay.tasks.statistics;

import org.jspecify.annotations.NullMarked;
