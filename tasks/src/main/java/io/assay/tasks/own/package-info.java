/// Metrics that users define in a job document: a program of theirs, a formula. Start with
/// [CommandMetric]. A newcomer might look for classes of users here: those are ordinary metrics in
/// a jar of their own, found as services.
@NullMarked
package io.assay.tasks.own;

import org.jspecify.annotations.NullMarked;
