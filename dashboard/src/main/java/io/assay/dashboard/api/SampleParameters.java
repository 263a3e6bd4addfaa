package io.assay.dashboard.api;

import io.assay.contracts.event.Status;
import io.assay.dashboard.store.SampleFilter;
import io.assay.dashboard.store.SampleRow;
import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The query parameters of a list of samples.
public class SampleParameters {

  static final int MAX_LIMIT = 500;

  /// Only these models; repeatable.
  @RestQuery @Nullable List<String> model;

  /// Only these tasks; repeatable.
  @RestQuery @Nullable List<String> task;

  /// Only these statuses; repeatable.
  @RestQuery @Nullable List<String> status;

  /// Only samples that hold this text.
  @RestQuery
  @DefaultValue("")
  String q = "";

  /// Only samples in this slice, such as `language=de`.
  @RestQuery
  @DefaultValue("")
  String slice = "";

  /// The metric that `below` and `sort=score` mean.
  @RestQuery
  @DefaultValue("")
  String metric = "";

  /// Only samples whose value of the metric is below.
  @RestQuery @Nullable Double below;

  /// `sample`, `at`, `call`, `model`, `status` or `score`; with `-` before it, the other way round.
  @RestQuery
  @DefaultValue("sample")
  String sort = "sample";

  /// Only what was there at that version.
  @RestQuery @Nullable Long asOf;

  /// How many are left out.
  @RestQuery
  @DefaultValue("0")
  int offset;

  /// How many come at most.
  @RestQuery
  @DefaultValue("100")
  int limit = 100;

  /// The filter that they say.
  public SampleFilter filter(String jobId) {
    boolean descending = sort.startsWith("-");
    return new SampleFilter(
        jobId,
        list(model),
        list(task),
        list(status).stream().map(SampleParameters::status).toList(),
        q,
        slice,
        metric,
        below == null ? OptionalDouble.empty() : OptionalDouble.of(below),
        asOf == null ? OptionalLong.empty() : OptionalLong.of(asOf),
        order(descending ? sort.substring(1) : sort),
        descending,
        atLeast(0, offset, "offset"),
        Math.min(MAX_LIMIT, atLeast(1, limit, "limit")));
  }

  private static List<String> list(@Nullable List<String> given) {
    return given == null ? List.of() : given.stream().filter(text -> !text.isBlank()).toList();
  }

  static int atLeast(int minimum, int value, String name) {
    if (value < minimum) {
      throw ApiError.badRequest(name + " is " + value + ", expected " + minimum + " or more");
    }
    return value;
  }

  private static String status(String name) {
    var upper = name.toUpperCase(Locale.ROOT);
    var known =
        Stream.concat(
                Arrays.stream(Status.values()).map(Status::name), Stream.of(SampleRow.PENDING))
            .toList();
    if (!known.contains(upper)) {
      throw ApiError.badRequest("status " + name + " is unknown, expected one of " + known);
    }
    return upper;
  }

  private static SampleFilter.Sort order(String name) {
    return Arrays.stream(SampleFilter.Sort.values())
        .filter(sort -> sort.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> ApiError.badRequest("sort " + name + " is unknown, expected " + sorts()));
  }

  private static String sorts() {
    return Arrays.stream(SampleFilter.Sort.values())
        .map(sort -> sort.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
