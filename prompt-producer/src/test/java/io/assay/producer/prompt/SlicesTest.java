package io.assay.producer.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.SliceSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.producer.dataset.Item;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicesTest {

  @Test
  void eachValueOfAListIsASliceAndNothingIsNone() throws IOException {
    var slices = new Slices(List.of(SliceSpec.of("tags"), SliceSpec.of("year")));

    assertThat(slices.of(item("{\"tags\": [\"a\", \" b \", \"a\", null, \"\"], \"year\": 1999}")))
        .containsExactly("tags=a", "tags=b", "year=1999");
    assertThat(slices.of(item("{\"tags\": null}"))).isEmpty();
  }

  @Test
  void aNameStandsForItsTemplate() throws IOException {
    var slices =
        new Slices(List.of(new SliceSpec("size", "{{ 'long' if text|length > 3 else 'short' }}")));

    assertThat(slices.of(item("{\"text\": \"abcd\"}"))).containsExactly("size=long");
    assertThat(slices.of(item("{\"text\": \"abc\"}"))).containsExactly("size=short");
  }

  @Test
  void whatAPresetKeepsAsMetadataIsFoundToo() throws IOException {
    var slices = new Slices(List.of(SliceSpec.of("kind")));
    var sample =
        new Sample(
            "s", TextNode.valueOf("i"), null, null, Map.of("kind", TextNode.valueOf("query")));

    assertThat(slices.of(new Item.Good(sample, row("{}"), "line 1"))).containsExactly("kind=query");
  }

  private static Item.Good item(String row) throws IOException {
    return new Item.Good(
        new Sample("s", TextNode.valueOf("i"), null, null, Map.of()), row(row), "line 1");
  }

  private static ObjectNode row(String json) throws IOException {
    JsonNode node = ContractJson.mapper().readTree(json);
    return (ObjectNode) node;
  }
}
