package io.assay.evaluator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

  private final List<String> events = new ArrayList<>();
  private final EventStream stream = new EventStream(events::add);

  private void feed(String text) {
    stream.add(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesMayEndInThreeWays(String end) {
    feed("data: a" + end + end + "data: b" + end + end);
    stream.end();

    assertThat(events).containsExactly("a", "b");
  }

  @Test
  void commentsAndOtherFieldsAreSkipped() {
    feed(": PROCESSING\n\nevent: message\nid: 3\ndata: a\n\n: done\n");
    stream.end();

    assertThat(events).containsExactly("a");
  }

  @Test
  void linesOfOneEventAreJoined() {
    feed("data: a\ndata:b\n\n");

    assertThat(events).containsExactly("a\nb");
  }

  @Test
  void aLastLineWithoutItsEndCounts() {
    feed("data: a\n\ndata: b");
    stream.end();

    assertThat(events).containsExactly("a", "b");
  }

  @Test
  void bytesMayComeOneByOne() {
    for (byte b : "data: é€\r\n\r\n".getBytes(UTF_8)) {
      stream.add(new byte[] {b});
    }

    assertThat(events).containsExactly("é€");
  }
}
