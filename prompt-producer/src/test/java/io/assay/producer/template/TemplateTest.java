package io.assay.producer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Sample;
import io.assay.contracts.wire.ContractJson;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final String ROW =
      "{\"question\": \"2 < {{ x }}?\", \"choices\": [\"yes\", \"no\"], \"n\": 3, \"meta\": {\"level\": \"easy\"}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{{ question }}~2 < {{ x }}?",
        "{{ input }}~2 < {{ x }}?",
        "{% for c in choices %}{{ loop.index }}.{{ c }} {% endfor %}~'1.yes 2.no '",
        "{{ n + 1 }} {{ meta.level | upper }}~4 EASY",
        "{{ absent | default('-') }}~-",
        "{% if absent %}a{% else %}b{% endif %}~b",
        "{% for i in range(2) %}{{ i }}{% endfor %}~01",
      })
  void fieldsFillTheTemplateAndAreNotTemplatesThemselves(String template, String expected)
      throws Exception {
    assertThat(Template.of(template).render(row(), sample())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{% if n %}a~endif",
        "a{% nope %}~nope",
        "{{ question | uper }}~unknown filter uper, did you mean upper?",
      })
  void wrongSyntaxIsRefused(String template, String reason) {
    assertThatThrownBy(() -> Template.of(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void whatIsLookedUpInVainIsNoted() throws Exception {
    var unknown = new TreeSet<String>();

    Template.of("{{ quest }} {{ meta.lvl }} {% for c in choices %}{{ c }}{% endfor %}")
        .render(row(), sample(), unknown);

    assertThat(unknown).containsExactly("meta.lvl", "quest");
  }

  @Test
  void aTemplateMayAllowForAbsence() {
    var template = Template.of("{% if hint %}{{ hint }}{% endif %}{{ x | default('') }}{{ y }}");

    assertThat(template.copesWithout("hint")).isTrue();
    assertThat(template.copesWithout("x")).isTrue();
    assertThat(template.copesWithout("y")).isFalse();
  }

  private static ObjectNode row() throws Exception {
    return (ObjectNode) ContractJson.mapper().readTree(ROW);
  }

  private static Sample sample() throws Exception {
    return new Sample("s", row().path("question"), null, null, Map.of());
  }
}
