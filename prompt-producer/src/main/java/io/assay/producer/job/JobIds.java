package io.assay.producer.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Ids of jobs: the time in UTC to the millisecond and four random digits,
/// `20260102-030405678-9abc`.
final class JobIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

  private JobIds() {}

  /// When an id was given; empty where it is none of ours.
  static Optional<Instant> time(String jobId) {
    int end = jobId.lastIndexOf('-');
    try {
      return end < 0
          ? Optional.empty()
          : Optional.of(TIME.parse(jobId.substring(0, end), Instant::from));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static String next(Instant now) {
    char random = (char) ThreadLocalRandom.current().nextInt(1 << 16);
    return TIME.format(now) + "-" + HexFormat.of().toHexDigits(random);
  }
}
