/// Jobs as they stand now, in memory: counts, metrics, rates, settling curves. Start at
/// [io.assay.dashboard.live.LiveState]. Every change has a version, so that whoever watches asks
/// for what is newer than what it has; there are no messages to lose.
@NullMarked
package io.assay.dashboard.live;

import org.jspecify.annotations.NullMarked;
