package io.assay.tasks.statistics;

/// What a significance test found.
///
/// @param statistic what it computed
/// @param p how likely something at least as extreme is if there is nothing to find
public record TestResult(double statistic, double p) {}
