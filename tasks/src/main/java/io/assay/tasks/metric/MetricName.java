package io.assay.tasks.metric;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A metric's name as documents write it: `exact_match`, or with a cut-off `ndcg@10`.
///
/// @param base the name in the list of metrics
/// @param cutoff the number after `@`
record MetricName(String base, Optional<Integer> cutoff) {

  private static final Pattern WITH_CUTOFF = Pattern.compile("(.+)@([1-9][0-9]{0,6})");

  static MetricName of(String written) {
    Matcher matcher = WITH_CUTOFF.matcher(written);
    return matcher.matches()
        ? new MetricName(matcher.group(1), Optional.of(Integer.valueOf(matcher.group(2))))
        : new MetricName(written, Optional.empty());
  }
}
