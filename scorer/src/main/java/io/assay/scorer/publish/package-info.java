/// What the scorer sends: scores, questions to judges, answers that are set aside. Nothing here
/// fails for a broker that is away: it waits for it.
@NullMarked
package io.assay.scorer.publish;

import org.jspecify.annotations.NullMarked;
