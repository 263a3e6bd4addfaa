package io.assay.contracts.asyncapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.ContractJson;
import io.assay.contracts.wire.EventSerializer;
import io.assay.contracts.wire.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path FILE = MODULE.resolveSibling("asyncapi.yaml");

  private final AsyncApiDocument document =
      new AsyncApiDocument(SourceDocs.read(MODULE.resolve("src/main/java")));

  @Test
  void theCommittedFileIsWhatTheCodeSays() throws IOException {
    var expected = document.yaml();
    if (Boolean.getBoolean("assay.update")) {
      Files.writeString(FILE, expected);
    }
    assertThat(Files.readString(FILE))
        .as("asyncapi.yaml; if the change is meant, write it anew with -Dassay.update=true")
        .isEqualTo(expected);
  }

  @Test
  void everyReferencePointsAtSomething() throws IOException {
    var root = new ObjectMapper(new YAMLFactory()).readTree(document.yaml());
    var dead = references(root).filter(it -> root.at(it.substring(1)).isMissingNode()).toList();
    assertThat(dead).isEmpty();
  }

  @Test
  void everyTopicHasAnEventASenderAndAReceiver() {
    Set<String> topics =
        Topics.all(List.of("{pool}")).stream()
            .map(Topics.Topic::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Stream.of(EventType.values()).map(EventType::topic))
        .containsExactlyInAnyOrderElementsOf(topics);
    for (EventType type : EventType.values()) {
      assertThat(actions(type)).as("actions on %s", type.topic()).contains("SEND");
      if (type != EventType.DEAD_LETTER) { // read by people
        assertThat(actions(type)).as("actions on %s", type.topic()).contains("RECEIVE");
      }
    }
  }

  @Test
  void anEventAsSentHasTheHeadersAndFieldsOfItsMessage() throws IOException {
    var root = new ObjectMapper(new YAMLFactory()).readTree(document.yaml());
    var sent = new RecordHeaders();
    var value = new EventSerializer().serialize(Topics.SCORES, sent, EXAMPLE);

    var headers = root.at("/components/messages/Score/headers");
    assertThat(Stream.of(sent.toArray()).map(Header::key))
        .containsExactlyInAnyOrderElementsOf(names(headers.get("properties").fieldNames()));
    assertThat(new String(sent.lastHeader("ce_type").value(), UTF_8))
        .isEqualTo(headers.at("/properties/ce_type/const").asText());

    var schema = root.at("/components/schemas/Score");
    var fields = names(ContractJson.mapper().readTree(value).fieldNames());
    assertThat(names(schema.get("properties").fieldNames())).containsAll(fields);
    schema.get("required").forEach(name -> assertThat(fields).contains(name.asText()));
  }

  private static final Score EXAMPLE =
      new Score(
          new SampleKey("job", "model", "task", "sample", 1),
          "output",
          Status.FAILED_MODEL,
          "cluster",
          List.of(),
          "refused",
          1.5,
          Completion.Usage.UNKNOWN,
          false,
          Instant.EPOCH);

  private static List<String> names(Iterator<String> names) {
    var all = new ArrayList<String>();
    names.forEachRemaining(all::add);
    return all;
  }

  private static List<String> actions(EventType type) {
    return Operations.ALL.stream()
        .filter(it -> it.event() == type)
        .map(it -> it.action().name())
        .toList();
  }

  private static Stream<String> references(JsonNode node) {
    var found = new ArrayList<String>();
    node.findValues("$ref").forEach(it -> found.add(it.asText()));
    return found.stream();
  }
}
