package io.assay.contracts.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventType;
import java.util.List;
import java.util.Locale;

/// The pipeline as an [AsyncAPI 3.0](https://www.asyncapi.com/docs/reference/specification/v3.0.0)
/// document, made from the code.
final class AsyncApiDocument {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String POOL = "{pool}";

  private final RecordSchemas schemas;
  private final SourceDocs docs;

  AsyncApiDocument(SourceDocs docs) {
    this.docs = docs;
    this.schemas = new RecordSchemas(docs);
  }

  /// As it is committed.
  String yaml() {
    var yaml =
        new ObjectMapper(
            YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build());
    try {
      return HEADER + yaml.writeValueAsString(document());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String HEADER =
      """
      # Written from the code by AsyncApiTest; do not edit. After a change of an event:
      #   mvn -pl contracts test -Dtest=AsyncApiTest -Dassay.update=true
      """;

  private ObjectNode document() {
    var root = JSON.objectNode().put("asyncapi", "3.0.0");
    root.putObject("info")
        .put("title", "Assay")
        .put("version", "0.1.0")
        .put(
            "description",
            "What the services of Assay say to each other over Kafka. Values are JSON; readers"
                + " ignore fields that they do not know. Headers are CloudEvents 1.0 in binary mode"
                + " and W3C trace context: all stages of one sample share a trace.");
    root.put("defaultContentType", "application/json");
    root.putObject("servers")
        .putObject("kafka")
        .put("host", "{bootstrapServers}")
        .put("protocol", "kafka")
        .putObject("variables")
        .putObject("bootstrapServers")
        .put("default", "localhost:9092")
        .put("description", "The setting kafka.bootstrap.servers of every service.");
    root.set("channels", channels());
    root.set("operations", operations());
    var messages = JSON.objectNode();
    for (EventType type : EventType.values()) {
      messages.set(message(type), describe(type));
    }
    var components = root.putObject("components");
    components.set("messages", messages);
    var types = components.putObject("schemas");
    schemas.all().forEach(types::set);
    return root;
  }

  private ObjectNode channels() {
    var channels = JSON.objectNode();
    for (EventType type : EventType.values()) {
      var topic = topic(type);
      var channel = channels.putObject(channel(type)).put("address", type.topic());
      channel
          .putObject("messages")
          .putObject(message(type))
          .put("$ref", "#/components/messages/" + message(type));
      if (type.topic().contains(POOL)) {
        channel
            .putObject("parameters")
            .putObject("pool")
            .put("default", "default")
            .put("description", "The queue whose workers serve a model.");
      }
      var kafka = channel.putObject("bindings").putObject("kafka");
      if (!topic.parallel()) {
        kafka.put("partitions", 1);
      }
      var settings = kafka.putObject("topicConfiguration");
      settings.putArray("cleanup.policy").add(topic.config().get("cleanup.policy"));
      if (topic.config().containsKey("retention.ms")) {
        settings.put("retention.ms", Long.parseLong(topic.config().get("retention.ms")));
      }
    }
    return channels;
  }

  private static Topics.Topic topic(EventType type) {
    return Topics.all(List.of(POOL)).stream()
        .filter(it -> it.name().equals(type.topic()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " has no topic in Topics"));
  }

  private static ObjectNode operations() {
    var operations = JSON.objectNode();
    for (Operations.Operation it : Operations.ALL) {
      var operation =
          operations
              .putObject(it.id())
              .put("action", it.action().name().toLowerCase(Locale.ROOT))
              .put("summary", it.summary());
      operation.putObject("channel").put("$ref", "#/channels/" + channel(it.event()));
      operation.putArray("tags").addObject().put("name", it.service());
      operation
          .putArray("messages")
          .addObject()
          .put("$ref", "#/channels/" + channel(it.event()) + "/messages/" + message(it.event()));
    }
    return operations;
  }

  private ObjectNode describe(EventType type) {
    var message =
        JSON.objectNode()
            .put("name", type.cloudEventsType())
            .put("contentType", "application/json");
    docs.of(type.event()).ifPresent(doc -> message.put("summary", doc.summary()));
    message.set("headers", headers(type));
    message.set("payload", schemas.reference(type.event()));
    message
        .putObject("bindings")
        .putObject("kafka")
        .putObject("key")
        .put("type", "string")
        .put("description", key(type));
    return message;
  }

  private static String key(EventType type) {
    return switch (type) {
      case CATALOG_ENTRY -> "model id";
      case JOB, CHECKPOINT -> "job id";
      case PROMPT ->
          "sample key: job|model|task|sample|epoch, in which | is written %7C and % is written %25;"
              + " a judge's prompt adds |question";
      case CANDIDATE -> "job|task|sample|epoch|model; the partition is a hash of all but the model";
      case OUTPUT, SCORE ->
          "sample key, with |question for a judge's output; the partition is a hash of job|model";
      case METRIC -> "job|model|task|slice|metric; the partition is a hash of job|model";
      case PROGRESS -> "job|model";
      case WORKER -> "the worker's name";
      case DEAD_LETTER -> "the key of the record that could not be handled";
    };
  }

  private static ObjectNode headers(EventType type) {
    var headers = JSON.objectNode().put("type", "object");
    var required = headers.putArray("required");
    var properties = headers.putObject("properties");
    properties.putObject("ce_specversion").put("const", "1.0");
    properties.putObject("ce_id").put("type", "string");
    properties.putObject("ce_type").put("const", type.cloudEventsType());
    properties
        .putObject("ce_source")
        .put("const", "/assay/" + type.name().toLowerCase(Locale.ROOT));
    properties.putObject("ce_time").put("type", "string").put("format", "date-time");
    properties.putObject("content-type").put("const", "application/json");
    properties.fieldNames().forEachRemaining(required::add);
    switch (type) {
      case PROMPT, OUTPUT, CANDIDATE, SCORE ->
          properties
              .putObject("traceparent")
              .put("type", "string")
              .put("description", "W3C trace context; the trace id is a hash of the sample key.");
      case CATALOG_ENTRY, JOB, CHECKPOINT, METRIC, PROGRESS, DEAD_LETTER, WORKER -> {}
    }
    return headers;
  }

  private static String message(EventType type) {
    return type.event().getSimpleName();
  }

  private static String channel(EventType type) {
    return type.topic().replace("assay.", "").replace("." + POOL, "");
  }
}
