package io.assay.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.WorkerState;
import io.assay.evaluator.http.Cluster.Share;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private final Membership membership = new Membership("b", () -> now);

  private void heard(String worker, String pool) {
    membership.heard(new WorkerState(worker, List.of(pool), List.of(), 0, 10, List.of(), now));
  }

  @Test
  void aloneItHasAll() {
    assertThat(membership.share("default")).isEqualTo(Share.WHOLE);
  }

  @Test
  void thoseOfThePoolShare() {
    heard("a", "default");
    heard("b", "default");
    heard("c", "gpu");

    assertThat(membership.share("default")).isEqualTo(new Share(1, 2));
  }

  @Test
  void partsFollowWhatEachHasToDo() {
    membership.heard(new WorkerState("a", List.of("default"), List.of(), 9, 10, List.of(), now));
    membership.heard(new WorkerState("b", List.of("default"), List.of(), 29, 90, List.of(), now));

    assertThat(membership.share("default")).isEqualTo(new Share(1, 2, 0.75));
    assertThat(membership.share("default").of(600.0)).isEqualTo(450.0);
  }

  @Test
  void whoSaysGoodbyeLeavesAtOnce() {
    heard("a", "default");
    membership.left("a");

    assertThat(membership.share("default")).isEqualTo(Share.WHOLE);
  }

  @Test
  void whoFallsSilentLeaves() {
    heard("a", "default");
    now = now.plus(WorkerState.LOST_AFTER).plusMillis(1);

    assertThat(membership.share("default")).isEqualTo(Share.WHOLE);
  }

  @Test
  void partsOfWhatCannotBeDividedAddUp() {
    assertThat(new Share(0, 4).of(10) + new Share(1, 4).of(10) + new Share(2, 4).of(10))
        .isEqualTo(8);
    assertThat(new Share(3, 4).of(10)).isEqualTo(2);
    assertThat(new Share(3, 4).of(2)).isEqualTo(1);
    assertThat(new Share(3, 4).of(600.0)).isEqualTo(150.0);
  }
}
