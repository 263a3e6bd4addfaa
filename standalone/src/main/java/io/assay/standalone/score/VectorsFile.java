package io.assay.standalone.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.AssayException;
import io.assay.tasks.vectors.ReferenceVectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/// Answers a file of vectors line by line.
public final class VectorsFile {

  /// Pure ASCII: no encoding of a terminal and no line separator of Unicode can break a line.
  private static final ObjectWriter ASCII =
      ContractJson.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private VectorsFile() {}

  /// Answers each line.
  ///
  /// @param out takes the answers, JSON objects on one line each
  /// @return how many lines were not understood
  /// @throws AssayException where the file cannot be read
  public static int answer(Path file, Consumer<String> out) {
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    int errors = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode answer = answer(line, number, folder);
          errors += answer.has("error") ? 1 : 0;
          out.accept(ASCII.writeValueAsString(answer));
        }
      }
    } catch (CharacterCodingException e) {
      throw NotUtf8.of(file, e);
    } catch (IOException e) {
      throw new AssayException("cannot read " + file + " (" + e + ")", e);
    }
    return errors;
  }

  private static JsonNode answer(String line, int number, Path folder) {
    try {
      JsonNode row = ContractJson.mapper().readTree(line);
      return row.isObject()
          ? ReferenceVectors.answer(row, folder)
          : broken("line " + number + " is no JSON object");
    } catch (JsonProcessingException e) {
      return broken("line " + number + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private static JsonNode broken(String error) {
    return JsonNodeFactory.instance.objectNode().putNull("id").put("error", error);
  }
}
