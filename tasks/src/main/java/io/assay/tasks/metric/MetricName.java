package io.assay.tasks.metric;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A metric's name as documents write it: `exact_match`, or with a cut-off `ndcg@10`, `pass^3`. A
/// cut-off that is the parameter `k` may be written so: `ndcg@k`, as lists of metrics do.
///
/// @param base the name in the list of metrics; with the caret, if that is what is before the
///   cut-off
/// @param marked whether it was written with a cut-off
/// @param cutoff the number after `@` or `^`; empty for `k`
record MetricName(String base, boolean marked, Optional<Integer> cutoff) {

  private static final String NUMBER = "(k|[1-9][0-9]{0,6})";
  private static final Pattern WITH_CUTOFF = Pattern.compile("(.+)@" + NUMBER);
  private static final Pattern WITH_POWER = Pattern.compile("(.+\\^)" + NUMBER);

  static MetricName of(String written) {
    for (Pattern pattern : List.of(WITH_CUTOFF, WITH_POWER)) {
      Matcher matcher = pattern.matcher(written);
      if (matcher.matches()) {
        return new MetricName(
            matcher.group(1),
            true,
            Optional.of(matcher.group(2)).filter(k -> !k.equals("k")).map(Integer::valueOf));
      }
    }
    return new MetricName(written, false, Optional.empty());
  }

  /// A name from the list with this one's cut-off.
  String withCutoff(String base) {
    return marked ? join(base, cutoff.map(Object::toString).orElse("k")) : base;
  }

  /// A name from the list with a cut-off.
  static String join(String base, String cutoff) {
    return base + (base.endsWith("^") ? "" : "@") + cutoff;
  }
}
