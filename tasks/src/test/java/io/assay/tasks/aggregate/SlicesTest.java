package io.assay.tasks.aggregate;

import static io.assay.tasks.aggregate.Scores.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SlicesTest {

  /// Passages of a search belong to all slices, so those count as members of each.
  @RepeatedTest(10)
  void aSliceSaysWhatATableOfItsRowsAloneWouldSay(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Map<String, Score> latest = new LinkedHashMap<>();
    ScoreTable table = table();
    for (int i = 0; i < 400; i++) {
      Score score = Scores.any(random);
      latest.put(score.key().text(), score);
      table.put(score);
    }
    List<MetricSnapshot> snapshots = table.finalSnapshots(AT);

    assertThat(snapshots).hasSize(table.metricCount());
    for (String slice : List.of("language=de", "language=fr", "level=1")) {
      ScoreTable alone = table();
      latest.values().stream()
          .filter(score -> score.slices().contains(slice) || isPassage(score))
          .map(SlicesTest::inNoSlice)
          .forEach(alone::put);
      assertThat(values(snapshots, slice)).isEqualTo(values(alone.finalSnapshots(AT), "all"));
    }
  }

  private static boolean isPassage(Score score) {
    return score.key().task().equals("search")
        && score.contributions().stream().anyMatch(each -> each.statistics().getFirst() == 1);
  }

  private static Score inNoSlice(Score score) {
    return Scores.in(score, List.of());
  }

  private static List<String> values(List<MetricSnapshot> snapshots, String slice) {
    return snapshots.stream()
        .filter(each -> each.slice().equals(slice))
        .map(each ->
            String.join(
                " ",
                each.task(),
                each.name(),
                String.valueOf(each.value()),
                String.valueOf(each.low()),
                String.valueOf(each.n()),
                String.valueOf(each.replicates())))
        .toList();
  }

  private static ScoreTable table() {
    return new ScoreTable("job", "model", Scores.allTasks());
  }

  private static ScoreTable qa(AtomicLong clock) {
    return new ScoreTable(
        "job", "model", List.of(Scores.task("qa", "text-generation", "exact_match")), clock::get);
  }

  @Test
  void aSampleThatChangesItsSliceLeavesTheOldOne() {
    ScoreTable table = qa(new AtomicLong());
    table.put(Scores.in(Scores.right("a", true), List.of("language=de", "level=1")));
    table.put(Scores.in(Scores.right("a", false), List.of("language=fr", "level=1")));

    assertThat(table.finalSnapshots(AT))
        .extracting(each -> each.slice() + " " + each.value() + " " + each.n())
        .containsExactly("all 0.0 1", "language=fr 0.0 1", "level=1 0.0 1");
    assertThat(table.metricCount()).isEqualTo(3);
  }

  @Test
  void aSliceCountsItsOwnMissing() {
    ScoreTable table = qa(new AtomicLong());
    table.put(Scores.in(Scores.right("a", true), List.of("language=de")));
    table.put(
        Scores.in(
            Scores.score("qa", "b", 1, Status.TIMEOUT, null, List.of()), List.of("language=fr")));

    assertThat(table.finalSnapshots(AT))
        .extracting(each -> each.slice() + " " + each.value() + " " + each.missing())
        .containsExactly("all 1.0 1", "language=de 1.0 0", "language=fr null 1");
  }

  @Test
  void slicesAreComputedAnewOnlyWhereThereIsTime() {
    var clock = new AtomicLong();
    ScoreTable table = qa(clock);
    var values = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      table.put(Scores.in(Scores.right("s" + i, i == 0), List.of("language=de")));
      values.add(live(table));
      clock.addAndGet(i == 1 ? 1_000_000_000L : 0);
    }

    // no time passes while it computes, so it may compute again at once
    assertThat(values).containsExactly("1.0 1.0", "0.5 0.5", live(table));
    assertThat(live(table)).startsWith("0.3333");
  }

  private static String live(ScoreTable table) {
    var snapshots = table.snapshots(AT);
    return snapshots.get(0).value() + " " + snapshots.get(1).value();
  }

  @Test
  void aSliceNamedTwiceIsRefused() {
    var score = Scores.in(Scores.right("a", true), List.of("x=1", "x=1"));

    assertThatThrownBy(() -> qa(new AtomicLong()).put(score)).hasMessageContaining("slice twice");
  }
}
