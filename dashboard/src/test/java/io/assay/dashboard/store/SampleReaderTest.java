package io.assay.dashboard.store;

import static io.assay.dashboard.Samples.METRIC;
import static io.assay.dashboard.Samples.TASK;
import static io.assay.dashboard.Samples.key;
import static io.assay.dashboard.Samples.output;
import static io.assay.dashboard.Samples.score;
import static io.assay.dashboard.Samples.unscored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleReaderTest {

  private static final SampleFilter ALL =
      new SampleFilter(
          "j",
          List.of(),
          List.of(),
          List.of(),
          "",
          "",
          "",
          OptionalDouble.empty(),
          OptionalLong.empty(),
          SampleFilter.Sort.SAMPLE,
          false,
          0,
          100);

  private Store store;
  private SampleReader reader;

  @BeforeEach
  void fill() {
    store = Store.open(new Store.Settings(Optional.empty(), "128MB", 1), "cluster");
    reader = new SampleReader(store);
    for (var model : List.of("m/a", "m/b")) {
      put(
          IntStream.range(0, 25)
              .mapToObj(i -> output(key("j", model, i), model + i, "It's " + i + "%"))
              .toList());
      putScores(
          IntStream.range(0, 20)
              .mapToObj(i -> score(key("j", model, i), model + i, i / 20.0))
              .toList());
    }
    put(List.of(output(key("other", "m/a", 1), "x", "It's other")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void put(List<Output> outputs) {
    store.write(connection -> {
      new OutputTable(store, 1000).put(connection, outputs);
      return null;
    });
  }

  private void putScores(List<Score> scores) {
    store.write(connection -> {
      new ScoreTable(store).put(connection, scores);
      return null;
    });
  }

  @Test
  void pagesAreDisjointCompleteAndInOrder() {
    var ids =
        IntStream.range(0, 5)
            .mapToObj(i -> page(f -> part(of(f, "m/a"), i * 5, 5)))
            .peek(page -> assertThat(page.total()).isEqualTo(25))
            .flatMap(page -> page.rows().stream())
            .map(SampleRow::sampleId)
            .toList();
    assertThat(ids)
        .isEqualTo(IntStream.range(0, 25).mapToObj(i -> "s" + i).toList()); // s9 before s10
  }

  @Test
  void aSliceIsAFilterToo() {
    assertThat(page(f -> slice(f, "parity=even")).rows())
        .hasSize(26)
        .allMatch(row -> Integer.parseInt(row.sampleId().substring(1)) % 2 == 0);
    assertThat(page(f -> slice(f, "parity=none")).total()).isZero();
  }

  @Test
  void allThatPassAreHandedOverOnce() throws IOException {
    var seen = new ArrayList<String>();
    reader.each(of(ALL, "m/a"), sample -> seen.add(sample.model() + " " + sample.sampleId()));
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 25).mapToObj(i -> "m/a s" + i).toList());
    reader.each(
        below(of(ALL, "m/a"), 0.25), sample -> assertThat(sample.scores()).contains("value"));
  }

  @Test
  void filtersAddUp() {
    assertThat(page(f -> f).total()).isEqualTo(50);
    assertThat(page(f -> of(f, "m/a", "m/b")).total()).isEqualTo(50);
    assertThat(page(f -> status(of(f, "m/b"), "SCORED")).total()).isEqualTo(20);
    assertThat(page(f -> status(f, "PENDING")).total()).isEqualTo(10);
    assertThat(page(f -> below(of(f, "m/a"), 0.25)).rows())
        .hasSize(5)
        .allMatch(row -> row.scores().getOrDefault(METRIC, 1.0) < 0.25);
  }

  @Test
  void textIsSearchedAsItIs() {
    assertThat(page(f -> text(f, "it's 7%")).rows())
        .extracting(SampleRow::sampleId)
        .containsExactly("s7", "s7");
    assertThat(page(f -> text(f, "' OR 1=1 --")).total()).isZero();
    assertThat(page(f -> text(f, "%")).total()).isEqualTo(50);
    assertThat(page(f -> text(f, "_")).total()).isZero();
  }

  @Test
  void scoresSortWithUnscoredSamplesLast() {
    var rows = page(f -> sort(of(f, "m/a"), SampleFilter.Sort.SCORE, true)).rows();
    assertThat(rows.getFirst().sampleId()).isEqualTo("s19");
    assertThat(rows.subList(20, 25)).allMatch(row -> row.scores().isEmpty());
  }

  @Test
  void aPinnedListDoesNotGrow() {
    var pinned = page(f -> f);
    put(List.of(output(key("j", "m/a", 100), "new", "new")));

    long asOf = Long.parseLong(pinned.asOf());
    assertThat(page(f -> asOf(f, asOf)).total()).isEqualTo(50);
    assertThat(page(f -> f).total()).isEqualTo(51);
  }

  @Test
  void listsCutTextsAndSayHowLongTheyAre() {
    var long1 = "𝒳".repeat(900);
    put(List.of(output(key("cut", "m/a", 1), "o", long1)));
    var row = reader.page(job("cut")).rows().getFirst();
    assertThat(row.output()).isEqualTo("𝒳".repeat(200));
    assertThat(row.outputLength()).isEqualTo(900);

    var kept = detail("cut", 1).output();
    assertThat(kept).isEqualTo("𝒳".repeat(500)); // 1000 characters are kept here
  }

  @Test
  void aSampleHasPromptTargetScoresAndTiming() throws IOException {
    var sample = detail("j", 3);
    assertThat(json(sample.prompt()).path("messages").path(1).path("content").asText())
        .startsWith("What is 2 +");
    assertThat(sample.target()).isEqualTo("\"42\"");
    assertThat(json(sample.scores()).path(0).path("explanation").asText()).isEqualTo("read 42");
    assertThat(json(sample.detail()).path("timing").path("call").asDouble()).isEqualTo(12.5);
    assertThat(json(sample.detail()).path("completion").asText()).isEqualTo("answered");
    assertThat(sample.status()).isEqualTo("SCORED");
  }

  @Test
  void aFailureShowsItsReasonAndNoOutput() {
    var sample = key("f", "m/a", 1);
    put(List.of(output(sample, "o", new Completion.TimedOut(3, "no answer in 30 s"))));
    putScores(List.of(unscored(sample, "o", Status.TIMEOUT, "no answer in 30 s")));
    var row = reader.page(job("f")).rows().getFirst();
    assertThat(row.status()).isEqualTo("TIMEOUT");
    assertThat(row.output()).isNull();
    assertThat(row.reason()).isEqualTo("no answer in 30 s");
  }

  @Test
  void ofVectorsTheFirstNumbersAreKept() throws IOException {
    var vector = new float[384];
    vector[0] = 0.5f;
    var answer = new Answer.Vectors(List.of(Embedding.of(vector), Embedding.of(vector)));
    var completion = new Completion.Answered(answer, null, Completion.Usage.UNKNOWN, null);
    put(List.of(output(key("v", "m/a", 1), "o", completion)));
    var sample = detail("v", 1);
    var vectors = json(sample.detail()).path("vectors");
    assertThat(vectors).hasSize(2);
    assertThat(vectors.path(0).path("dimensions").asInt()).isEqualTo(384);
    assertThat(vectors.path(0).path("first")).hasSize(8);
    assertThat(sample.output()).startsWith("[0.5000, 0.0000,").contains("384 dimensions");
  }

  @Test
  void belowAndOrderByScoreNeedAMetric() {
    assertThatThrownBy(() -> sort(ALL, SampleFilter.Sort.SCORE, "", false))
        .hasMessageContaining("add metric=");
  }

  private static JsonNode json(String text) throws IOException {
    return ContractJson.mapper().readTree(text);
  }

  private SampleDetail detail(String job, int sample) {
    return reader.one(key(job, "m/a", sample)).orElseThrow();
  }

  private SampleRow.Page page(UnaryOperator<SampleFilter> change) {
    return reader.page(change.apply(ALL));
  }

  private static SampleFilter job(String id) {
    return filter(
        id, ALL, List.of(), List.of(), "", OptionalDouble.empty(), OptionalLong.empty(), 0, 100);
  }

  private static SampleFilter of(SampleFilter f, String... models) {
    return filter("j", f, List.of(models), f.statuses(), f.text(), f.below(), f.asOf(), 0, 100);
  }

  private static SampleFilter status(SampleFilter f, String status) {
    return filter("j", f, f.models(), List.of(status), f.text(), f.below(), f.asOf(), 0, 100);
  }

  private static SampleFilter text(SampleFilter f, String text) {
    return filter("j", f, f.models(), f.statuses(), text, f.below(), f.asOf(), 0, 100);
  }

  private static SampleFilter below(SampleFilter f, double below) {
    return filter("j", f, f.models(), f.statuses(), "", OptionalDouble.of(below), f.asOf(), 0, 100);
  }

  private static SampleFilter asOf(SampleFilter f, long version) {
    return filter(
        "j", f, f.models(), f.statuses(), "", f.below(), OptionalLong.of(version), 0, 100);
  }

  private static SampleFilter part(SampleFilter f, int offset, int limit) {
    return filter("j", f, f.models(), f.statuses(), "", f.below(), f.asOf(), offset, limit);
  }

  private static SampleFilter filter(
      String job,
      SampleFilter f,
      List<String> models,
      List<String> statuses,
      String text,
      OptionalDouble below,
      OptionalLong asOf,
      int offset,
      int limit) {
    return new SampleFilter(
        job,
        models,
        List.of(TASK),
        statuses,
        text,
        f.slice(),
        METRIC,
        below,
        asOf,
        f.sort(),
        false,
        offset,
        limit);
  }

  private static SampleFilter slice(SampleFilter f, String slice) {
    return new SampleFilter(
        "j",
        f.models(),
        List.of(),
        List.of(),
        "",
        slice,
        METRIC,
        f.below(),
        f.asOf(),
        f.sort(),
        false,
        0,
        100);
  }

  private static SampleFilter sort(SampleFilter f, SampleFilter.Sort sort, boolean descending) {
    return sort(f, sort, METRIC, descending);
  }

  private static SampleFilter sort(
      SampleFilter f, SampleFilter.Sort sort, String metric, boolean descending) {
    return new SampleFilter(
        "j",
        f.models(),
        List.of(),
        List.of(),
        "",
        "",
        metric,
        f.below(),
        f.asOf(),
        sort,
        descending,
        0,
        100);
  }
}
