package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metrics;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsInTheSandboxTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void anAnswerIsJudgedByRunningIt() {
    TestSandbox.get();

    assertThat(judge("pass@1", "Here:\n```python\ndef add(a, b):\n    return a + b\n```"))
        .isEqualTo("1.0 passed");
    assertThat(judge("pass@1", "def add(a, b):\n    return a - b"))
        .isEqualTo("0.0 failed a test: off");
    assertThat(judge("timeout_rate", "def add(a, b):\n    while True: pass"))
        .isEqualTo("1.0 timed out");
    assertThat(judge("compile_rate", "def add(a, b)"))
        .isEqualTo("0.0 does not compile: expected ':' (<string>, line 1)");
  }

  @Test
  void theLongestPartThatParsesIsTakenOnRequest() {
    TestSandbox.get();
    var longest = new MetricSpec("pass@1", "p", Map.of("extraction", JSON.textNode("longest")));

    assertThat(judge(longest, "Well, it's so:\ndef add(a, b):\n    return a + b\nThat is all!"))
        .isEqualTo("1.0 passed");
  }

  private static String judge(String metric, String answer) {
    return judge(
        new MetricSpec(metric, metric, Map.of("timeout_seconds", JSON.numberNode(1))), answer);
  }

  private static String judge(MetricSpec metric, String answer) {
    var sample =
        new Sample(
            "s",
            JSON.textNode("Write add(a, b)."),
            JSON.arrayNode().add("assert add(1, 2) == 3, 'off'"),
            null,
            Map.of());
    var judged = (Judgement.Judged) Metrics.create(metric).judge(sample, new Answer.Text(answer));
    return judged.contribution().value() + " " + judged.contribution().explanation();
  }
}
