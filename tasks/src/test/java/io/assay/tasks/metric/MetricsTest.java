package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.text.UnknownName;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void namesAreUnique() {
    assertThat(Metrics.names()).doesNotHaveDuplicates().hasSize(Metrics.all().size());
  }

  @Test
  void aMistypedNameGetsASuggestion() {
    assertThatThrownBy(() -> Metrics.create(MetricSpec.of("exact_mach")))
        .isInstanceOf(UnknownName.class)
        .hasMessage("unknown metric exact_mach, did you mean exact_match?");
    assertThatThrownBy(() -> Metrics.create(MetricSpec.of("ngcd@10")))
        .hasMessage("unknown metric ngcd@10, did you mean ndcg@10?");
    assertThatThrownBy(() -> Metrics.create(MetricSpec.of("wonderfulness")))
        .hasMessageContaining("expected one of ")
        .hasMessageContaining(", exact_match, ");
  }

  @Test
  void aCutOffWhereThereIsNoneIsUnknown() {
    assertThat(Metrics.find("exact_match@5")).isEmpty();
    assertThat(Metrics.find("recall@5")).isPresent();
    assertThat(Metrics.find("recall@0")).isEmpty();
    assertThat(Metrics.find("exact_match@k")).isEmpty();
  }

  @Test
  void whatListsShowCanBeWrittenInADocument() {
    assertThat(Metrics.all().stream().map(Metrics::shownName))
        .contains("exact_match", "ndcg@k", "pass@k", "pass^k")
        .allSatisfy(name -> assertThat(Metrics.find(name)).isPresent());
    assertThat(Metrics.create(Judging.spec("pass@k", "{\"k\": 5}")).signature())
        .startsWith("pass|k:5|");
    assertThat(Metrics.create(MetricSpec.of("pass^2")).signature()).startsWith("pass^|k:2|");
    assertThat(Metrics.create(MetricSpec.of("pass@k")).signature()).startsWith("pass|k:1|");
  }

  @Test
  void wrongParametersAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> Metrics.create(Judging.spec("exact_match", "{\"ignore_cas\": true}")))
        .hasMessage("unknown parameter of exact_match ignore_cas, did you mean ignore_case?");
    assertThatThrownBy(() -> Metrics.create(Judging.spec("exact_match", "{\"ignore_case\": 1}")))
        .hasMessage("ignore_case of metric exact_match is 1, expected true or false");
    assertThatThrownBy(
            () -> Metrics.create(Judging.spec("numeric_match", "{\"extraction\": \"gsm8k\"}")))
        .hasMessageContaining("gsm8k-strict");
    assertThatThrownBy(
            () -> Metrics.create(Judging.spec("exact_match", "{\"regexes_to_ignore\": [\"(\"]}")))
        .hasMessageContaining("regular expression ( is faulty");
  }

  @Test
  void signaturesTellDefinitionsApart() {
    assertThat(Metrics.create(MetricSpec.of("exact_match")).signature())
        .isEqualTo(
            "exact_match|ignore_case:false|ignore_punctuation:false|ignore_numbers:false"
                + "|regexes_to_ignore:[]|strip:false|version:1");
    assertThat(
            Metrics.create(Judging.spec("exact_match", "{\"regexes_to_ignore\": [\"a|b\"]}"))
                .signature())
        .contains("regexes_to_ignore:[a%7Cb]");
  }
}
