package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.assay.contracts.spec.DatasetSpec;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV or TSV file (RFC 4180), every field a text. Without a header line the document
/// names the columns, and what a row has beyond them is passed over.
final class CsvRows implements Rows {

  private static final char NO_QUOTE = '\0';

  private final Path file;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> columns;
  private final boolean headerless;

  CsvRows(Path file, DatasetSpec spec, boolean tabs) {
    this.file = file;
    this.records = open(file, spec, tabs);
    this.headerless = !spec.columns().isEmpty();
    this.columns = headerless ? spec.columns() : header();
  }

  private static CloseableIterator<CsvRecord> open(Path file, DatasetSpec spec, boolean tabs) {
    String quote = spec.quote();
    String delimiter = spec.delimiter();
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      Reader text = new InputStreamReader(RowFiles.content(file), decoder);
      return CsvReader.builder()
          .fieldSeparator(delimiter == null ? tabs ? '\t' : ',' : delimiter.charAt(0))
          .quoteCharacter(quote == null ? '"' : quote.isEmpty() ? NO_QUOTE : quote.charAt(0))
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .skipEmptyLines(true)
          .ofCsvRecord(text)
          .iterator();
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private List<String> header() {
    var first = record();
    if (first == null) {
      return List.of();
    }
    var names = List.copyOf(first.getFields());
    String start = names.getFirst();
    if (new HashSet<>(names).size() < names.size()) {
      throw new DatasetException(
          file
              + ", line 1: a column name appears twice; if this is no header line, name the columns"
              + " in dataset.columns");
    }
    return start.startsWith("\uFEFF")
        ? java.util.stream.Stream.concat(
                java.util.stream.Stream.of(start.substring(1)), names.stream().skip(1))
            .toList()
        : names;
  }

  @Override
  public @Nullable Row next() {
    var csv = record();
    return csv == null ? null : row(csv);
  }

  private Row row(CsvRecord csv) {
    long line = csv.getStartingLineNumber();
    int count = csv.getFieldCount();
    if (count < columns.size() || (count > columns.size() && !headerless)) {
      return new Row.Unreadable(
          "has "
              + count
              + " fields, expected "
              + columns.size()
              + ": check dataset.delimiter and dataset.quote",
          line);
    }
    var fields = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      fields.put(columns.get(i), csv.getField(i));
    }
    return new Row.Fields(fields, line);
  }

  private @Nullable CsvRecord record() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (CsvParseException e) {
      throw unreadable(e.getCause() == null ? e : e.getCause());
    }
  }

  private DatasetException unreadable(@Nullable Throwable cause) {
    if (cause instanceof CharacterCodingException) {
      return new DatasetException(
          file
              + ", line "
              + firstLineThatIsNoText()
              + ", is not UTF-8 text: save the file as UTF-8");
    }
    String reason = cause == null ? "unknown" : String.valueOf(cause.getMessage());
    return new DatasetException(
        file + " cannot be read: " + reason + "; check dataset.delimiter and dataset.quote");
  }

  private long firstLineThatIsNoText() {
    try (var lines = new Utf8Lines(file)) {
      while (true) {
        try {
          if (lines.next() == null) {
            return lines.line();
          }
        } catch (CharacterCodingException e) {
          return lines.line();
        } catch (IOException e) {
          throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
