/// Running jobs: who may issue how much, and when a job ends. Start at
/// [io.assay.producer.job.Ledger], which decides without touching anything, then
/// [io.assay.producer.job.Dispatcher], which acts. All decisions are made on one thread; nothing
/// here is safe for another, except what says so.
@NullMarked
package io.assay.producer.job;

import org.jspecify.annotations.NullMarked;
