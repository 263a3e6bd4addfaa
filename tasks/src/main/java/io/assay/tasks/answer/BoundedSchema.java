package io.assay.tasks.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import io.assay.tasks.text.PythonRegex;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A JSON Schema (draft 2020-12 unless it says otherwise) that fetches nothing from the network and
/// whose expressions cannot run for ever.
final class BoundedSchema {

  private static final String META_SCHEMAS = "https?://json-schema\\.org/.*";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false) // two schemas may have the same $id
                  .schemaLoader(loader ->
                      loader.fetchRemoteResources(false).allow(BoundedSchema::isMetaSchema))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(BoundedSchema::expression)
                          .preloadSchema(true)
                          .build()));

  private final Schema schema;

  private BoundedSchema(Schema schema) {
    this.schema = schema;
  }

  /// Reads a schema.
  ///
  /// @throws IllegalArgumentException where it is no schema; the message says why
  static BoundedSchema of(JsonNode schema) {
    if (!schema.isObject() && !schema.isBoolean()) {
      throw new IllegalArgumentException("schema is " + schema + ", expected a JSON Schema");
    }
    requireWhole(schema);
    try {
      Schema read = REGISTRY.getSchema(schema);
      requireValid(schema, read.getSchemaContext().getDialect().getId());
      return new BoundedSchema(read);
    } catch (SchemaException e) {
      throw new IllegalArgumentException("schema is faulty: " + e.getMessage(), e);
    }
  }

  private static void requireValid(JsonNode schema, String metaSchema) {
    List<Error> errors = REGISTRY.getSchema(SchemaLocation.of(metaSchema)).validate(schema);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("schema is faulty: " + errors.getFirst());
    }
  }

  /// Nothing that a schema refers to is fetched, so it has to be there.
  private static void requireWhole(JsonNode schema) {
    List<String> ids = schema.findValuesAsText("$id");
    for (String reference : schema.findValuesAsText("$ref")) {
      String document = reference.replaceFirst("#.*", "");
      boolean elsewhere = document.contains(":") && !document.matches(META_SCHEMAS);
      if (elsewhere && !ids.contains(document)) {
        throw new IllegalArgumentException(
            "schema is faulty: it refers to " + reference + ", which is not part of it");
      }
    }
  }

  /// Meta-schemas come with the validator; nothing else is loaded, from files neither.
  private static boolean isMetaSchema(AbsoluteIri iri) {
    return iri.toString().matches(META_SCHEMAS);
  }

  /// What is wrong with a value; nothing if it fits.
  ///
  /// @return empty where it cannot be told, because an expression backtracks too much, the value is
  ///   nested too deeply, or the schema refers to what it does not hold
  Optional<List<String>> problems(JsonNode value) {
    try {
      return Optional.of(schema.validate(value).stream().map(Error::toString).toList());
    } catch (BacktracksTooMuch | SchemaException | StackOverflowError _) {
      return Optional.empty();
    }
  }

  private static RegularExpression expression(String written) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(written);
    } catch (PatternSyntaxException e) {
      throw new SchemaException("pattern " + written + " is wrong: " + e.getDescription());
    }
    return text ->
        PythonRegex.bounded(text, each -> pattern.matcher(each).find())
            .orElseThrow(BacktracksTooMuch::new);
  }

  private static final class BacktracksTooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
