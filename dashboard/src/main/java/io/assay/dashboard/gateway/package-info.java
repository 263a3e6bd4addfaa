/// The producer's API under the dashboard's address, where they are two processes. Start at
/// [io.assay.dashboard.gateway.Gateway]. In the single process nothing is forwarded.
@NullMarked
package io.assay.dashboard.gateway;

import org.jspecify.annotations.NullMarked;
