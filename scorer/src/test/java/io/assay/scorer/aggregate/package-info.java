/// Tests of the aggregator without Quarkus; instances come and go against a real broker.
@NullMarked
package io.assay.scorer.aggregate;

import org.jspecify.annotations.NullMarked;
