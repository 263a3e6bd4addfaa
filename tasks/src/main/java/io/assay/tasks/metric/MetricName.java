package io.assay.tasks.metric;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A metric's name as documents write it: `exact_match`, or with a cut-off `ndcg@10`, `pass^3`.
///
/// @param base the name in the list of metrics; with the caret, if that is what is before the
///   number
/// @param cutoff the number after `@` or `^`
record MetricName(String base, Optional<Integer> cutoff) {

  private static final Pattern WITH_CUTOFF = Pattern.compile("(.+)@([1-9][0-9]{0,6})");
  private static final Pattern WITH_POWER = Pattern.compile("(.+\\^)([1-9][0-9]{0,6})");

  static MetricName of(String written) {
    for (Pattern pattern : List.of(WITH_CUTOFF, WITH_POWER)) {
      Matcher matcher = pattern.matcher(written);
      if (matcher.matches()) {
        return new MetricName(matcher.group(1), Optional.of(Integer.valueOf(matcher.group(2))));
      }
    }
    return new MetricName(written, Optional.empty());
  }

  /// A name from the list with this one's cut-off.
  String withCutoff(String base) {
    return cutoff.map(k -> base + (base.endsWith("^") ? "" : "@") + k).orElse(base);
  }
}
