package io.assay.dashboard.store;

import java.util.List;

/// The tables. A change here is a new [#VERSION]: a store of another version is rebuilt from the
/// topics, so there are no migrations.
///
/// No table that is written often has an index: DuckDB does not reclaim deleted rows of indexed
/// tables. A sample's key is 128 bits of hash (`k1`, `k2`), a job 64 bits; all of a job's rows lie
/// together, so that looking one up by number reads little.
final class Schema {

  /// The version of these tables.
  static final int VERSION = 2;

  private static final String OUTPUT_COLUMNS =
      """
      job BIGINT, k1 BIGINT, k2 BIGINT, ver BIGINT, output_id VARCHAR, model VARCHAR,
      task VARCHAR, sample VARCHAR, epoch INTEGER, input VARCHAR, input_length INTEGER,
      input_json VARCHAR, target VARCHAR, prompt VARCHAR, output VARCHAR, output_length INTEGER,
      reason VARCHAR, call_millis DOUBLE, detail VARCHAR, slices VARCHAR[], made_at BIGINT\
      """;

  private static final String SCORE_COLUMNS =
      """
      job BIGINT, k1 BIGINT, k2 BIGINT, ver BIGINT, output_id VARCHAR, status VARCHAR,
      names VARCHAR[], vals DOUBLE[], scores VARCHAR, reason VARCHAR, made_at BIGINT\
      """;

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE about(version INTEGER, source VARCHAR)",
          "CREATE TABLE offsets(topic VARCHAR, part INTEGER, next BIGINT)",
          "CREATE TABLE latest(kind VARCHAR, key VARCHAR, job VARCHAR, value VARCHAR)",
          "CREATE TABLE curves(job VARCHAR, key VARCHAR, points VARCHAR)",
          "CREATE TABLE outputs(" + OUTPUT_COLUMNS + ")",
          "CREATE TABLE scores(" + SCORE_COLUMNS + ")");

  /// Where a batch is collected before it replaces rows; they belong to the writer's connection.
  static final List<String> STAGES =
      List.of(
          "CREATE TEMP TABLE output_stage(" + OUTPUT_COLUMNS + ")",
          "CREATE TEMP TABLE score_stage(" + SCORE_COLUMNS + ")",
          "CREATE TEMP TABLE offset_stage(topic VARCHAR, part INTEGER, next BIGINT)",
          "CREATE TEMP TABLE latest_stage(kind VARCHAR, key VARCHAR, job VARCHAR, value VARCHAR)",
          "CREATE TEMP TABLE curve_stage(job VARCHAR, key VARCHAR, points VARCHAR)");

  private Schema() {}
}
