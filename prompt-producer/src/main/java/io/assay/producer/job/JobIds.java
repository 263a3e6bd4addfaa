package io.assay.producer.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Ids of jobs: the time in UTC to the millisecond and four random digits,
/// `20260102-030405678-9abc`.
final class JobIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

  private JobIds() {}

  static String next(Instant now) {
    char random = (char) ThreadLocalRandom.current().nextInt(1 << 16);
    return TIME.format(now) + "-" + HexFormat.of().toHexDigits(random);
  }
}
