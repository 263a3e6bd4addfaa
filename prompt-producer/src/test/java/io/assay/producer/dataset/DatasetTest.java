package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {

  @TempDir Path folder;

  private static final FieldMapping PAIR =
      new FieldMapping(List.of("a", "b"), "score", null, null, null, List.of());

  @Test
  void aLineIsASample() throws IOException {
    write("d.jsonl", "{\"id\": 7, \"question\": \"1+1?\", \"answer\": 2}\n\n");

    var sample = samples(Specs.task(Specs.file("d.jsonl"), Specs.fields("id"), null)).getFirst();

    assertThat(sample.id()).isEqualTo("7");
    assertThat(sample.input().textValue()).isEqualTo("1+1?");
    assertThat(sample.target()).isNotNull();
    assertThat(String.valueOf(sample.target())).isEqualTo("2");
  }

  @Test
  void dottedPathsReachInside() throws IOException {
    write("d.jsonl", "{\"q\": {\"text\": \"why\"}, \"a.b\": \"dotted\"}");
    var fields = new FieldMapping(List.of("q.text"), "a.b", null, null, null, List.of());

    var sample = samples(Specs.task(Specs.file("d.jsonl"), fields, null)).getFirst();

    assertThat(sample.input().textValue()).isEqualTo("why");
    assertThat(String.valueOf(sample.target())).isEqualTo("\"dotted\"");
  }

  @Test
  void withoutAnIdTheContentIdentifiesWhateverTheOrderOfKeysAndRows() throws IOException {
    write(
        "a.jsonl",
        "{\"question\": \"x\", \"answer\": \"1\"}\n{\"question\": \"y\", \"answer\": \"2\"}");
    write(
        "b.jsonl",
        "{\"answer\": \"2\", \"question\": \"y\"}\n{\"answer\": \"1\", \"question\": \"x\"}");

    var a = ids(Specs.task(Specs.file("a.jsonl"), Specs.fields(null), null));
    var b = ids(Specs.task(Specs.file("b.jsonl"), Specs.fields(null), null));

    assertThat(a).hasSize(2).doesNotHaveDuplicates().containsExactly(b.get(1), b.get(0));
  }

  @Test
  void aTabFileWithoutHeaderAndQuotingIsReadAsItStands() throws IOException {
    write("s.csv", "g\t1\t2.500\tsays \" no\tnot \" so\nh\t2\t5\tx\ty\textra\n");
    var spec =
        new DatasetSpec(
            "tsv",
            "s.csv",
            List.of("genre", "n", "score", "a", "b"),
            null,
            "",
            null,
            null,
            null,
            null,
            null);

    var samples = samples(Specs.embedding(spec, PAIR));

    assertThat(samples).hasSize(2);
    assertThat(String.valueOf(samples.getFirst().input()))
        .isEqualTo("[\"says \\\" no\",\"not \\\" so\"]");
    assertThat(samples.getFirst().target()).isNotNull();
    assertThat(String.valueOf(samples.getFirst().target())).isEqualTo("2.5");
  }

  @Test
  void quotedFieldsMayHoldCommasQuotesAndLineEnds() throws IOException {
    write("d.csv", "\uFEFFquestion,answer\n\"a, \"\"b\"\"\nc\",007\n");

    var sample = samples(Specs.task(Specs.file("d.csv"), Specs.fields(null), null)).getFirst();

    assertThat(sample.input().textValue()).isEqualTo("a, \"b\"\nc");
    assertThat(String.valueOf(sample.target())).isEqualTo("\"007\"");
  }

  @Test
  void aRetrievalCorpusGivesPassagesThenJudgedQueries() throws IOException {
    write(
        "c.jsonl",
        "{\"_id\": \"p1\", \"title\": \"T\", \"text\": \"one\"}\n{\"_id\": \"p2\", \"text\": \"two\"}");
    write(
        "q.jsonl",
        "{\"_id\": \"q1\", \"text\": \"which?\"}\n{\"_id\": \"q2\", \"text\": \"unjudged\"}");
    write("r.tsv", "query-id\tcorpus-id\tscore\nq1\tp2\t2\nq1\tp1\t1\n");
    var spec =
        new DatasetSpec(
            null, null, List.of(), null, null, "c.jsonl", "q.jsonl", "r.tsv", null, null);

    var samples = samples(Specs.embedding(spec, FieldMapping.DEFAULTS));

    assertThat(samples)
        .extracting(Sample::id)
        .containsExactly("passage/p1", "passage/p2", "query/q1");
    assertThat(samples.getFirst().input().textValue()).isEqualTo("T one");
    assertThat(samples.getLast().metadata().get("kind")).hasToString("\"query\"");
    assertThat(String.valueOf(samples.getLast().target()))
        .isEqualTo("{\"passage/p2\":2.0,\"passage/p1\":1.0}");
  }

  @Test
  void aSeedGivesTheSameOrderEachTimeWhateverTheFilesOrder() throws IOException {
    var rows =
        IntStream.range(0, 50)
            .mapToObj(i -> "{\"id\": " + i + ", \"question\": \"q\", \"answer\": 1}")
            .toList();
    write("a.jsonl", String.join("\n", rows));
    write("b.jsonl", String.join("\n", rows.reversed()));

    var a = ids(Specs.task(Specs.file("a.jsonl", 10L, 3L), Specs.fields("id"), null));
    var b = ids(Specs.task(Specs.file("b.jsonl", 10L, 3L), Specs.fields("id"), null));
    var other = ids(Specs.task(Specs.file("a.jsonl", 10L, 4L), Specs.fields("id"), null));

    assertThat(a).hasSize(10).doesNotHaveDuplicates().isEqualTo(b).isNotEqualTo(other);
  }

  @Test
  void aLimitTakesTheFirst() throws IOException {
    write("d.csv", "id,question,answer\n1,a,b\n2,a,b\n3,a,b\n");

    assertThat(ids(Specs.task(Specs.file("d.csv", 2L, null), Specs.fields("id"), null)))
        .containsExactly("1", "2");
  }

  @Test
  void aBadRowSaysWhereAndWhyAndTheOthersAreStillRead() throws IOException {
    write(
        "d.jsonl",
        "{\"question\": \"x\", \"answer\": 1}\nno json\n[1]\n{\"questio\": \"y\", \"answer\": 1}\n{\"question\": \"z\", \"answer\": 1}");

    var items = items(Specs.task(Specs.file("d.jsonl"), Specs.fields(null), null));

    assertThat(items).hasSize(5);
    assertThat(items.get(1))
        .isInstanceOfSatisfying(
            Item.Bad.class,
            bad -> assertThat(bad.text()).startsWith("d.jsonl, line 2: is no JSON"));
    assertThat(items.get(2))
        .isInstanceOfSatisfying(
            Item.Bad.class,
            bad -> assertThat(bad.text()).isEqualTo("d.jsonl, line 3: is no JSON object"));
    assertThat(items.get(3))
        .isInstanceOfSatisfying(
            Item.Bad.class,
            bad -> {
              assertThat(bad.reason())
                  .isEqualTo("there is no field question, which fields.input names");
              assertThat(bad.suggestion()).isEqualTo("did you mean questio?");
            });
    assertThat(items.get(4)).isInstanceOf(Item.Good.class);
  }

  @Test
  void textThatIsNotUtf8IsNamedByItsLine() throws IOException {
    Files.write(
        folder.resolve("d.jsonl"),
        "{\"question\": \"ok\", \"answer\": 1}\n{\"question\": \"caf\u00e9\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        folder.resolve("d.csv"),
        "question,answer\nok,1\ncaf\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1));

    var items = items(Specs.task(Specs.file("d.jsonl"), Specs.fields(null), null));

    assertThat(items.get(1))
        .isInstanceOfSatisfying(
            Item.Bad.class, bad -> assertThat(bad.text()).contains("line 2: is not UTF-8"));
    assertThatThrownBy(() -> items(Specs.task(Specs.file("d.csv"), Specs.fields(null), null)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("line 3, is not UTF-8");
  }

  @Test
  void aRowOfAnotherWidthIsNamed() throws IOException {
    write("d.csv", "question,answer\na,b\nonly\n");

    assertThat(items(Specs.task(Specs.file("d.csv"), Specs.fields(null), null)).get(1))
        .isInstanceOfSatisfying(
            Item.Bad.class,
            bad -> assertThat(bad.text()).startsWith("d.csv, line 3: has 1 fields, expected 2"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private List<Item> items(TaskSpec task) {
    var items = new ArrayList<Item>();
    try (var open =
        Dataset.of(
                task,
                task.type().equals("embedding") ? Dataset.Kind.NUMERIC_TARGETS : Dataset.Kind.TEXT,
                _ -> Optional.empty(),
                new LocalFiles(folder))
            .open()) {
      for (var item = open.next(); item != null; item = open.next()) {
        items.add(item);
      }
    }
    return items;
  }

  private List<Sample> samples(TaskSpec task) {
    return items(task).stream().map(item -> ((Item.Good) item).sample()).toList();
  }

  private List<String> ids(TaskSpec task) {
    return samples(task).stream().map(Sample::id).toList();
  }
}
