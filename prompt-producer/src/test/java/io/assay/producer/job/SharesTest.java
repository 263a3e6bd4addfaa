package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void aJobOfManyModelsGetsNoMoreThanAJobOfOne() {
    var many = running(Map.of("a", 40L, "b", 40L, "c", 40L, "d", 40L));
    var one = running(Map.of("z", 400L));

    var byJob =
        Shares.divide(List.of(many, one), 50).stream()
            .collect(
                Collectors.groupingBy(
                    Shares.Grant::ledger, Collectors.summingLong(Shares.Grant::count)));

    assertThat(byJob).containsEntry(one, 25L).containsEntry(many, 25L);
  }

  @Test
  void whatOneCannotUseAnotherGets() {
    var small = running(Map.of("a", 3L));
    var large = running(Map.of("z", 400L));

    var grants = Shares.divide(List.of(small, large), 40);

    assertThat(grants).extracting(Shares.Grant::count).containsExactly(3L, 37L);
  }

  @Test
  void withoutCreditNothingIsGiven() {
    assertThat(Shares.divide(List.of(LedgerTest.ledger(Map.of("a", 3L))), 40)).isEmpty();
  }

  private static Ledger running(Map<String, Long> totals) {
    var ledger = LedgerTest.ledger(totals);
    ledger.accept(ledger.running(Instant.EPOCH));
    return ledger;
  }
}
