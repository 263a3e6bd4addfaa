/// Scores outputs that exist already: files in, numbers out, without Kafka or a server. Start with
/// [Scoring]. The numbers come from the same metrics and the same table as those of a job, so they
/// are equal to the last digit.
@NullMarked
package io.assay.standalone.score;

import org.jspecify.annotations.NullMarked;
