package io.assay.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.vectors.GoldenFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {

  @Test
  void completionsEndAsInBigcode() {
    GoldenFiles.check("stop_sequences.jsonl");
  }

  @Test
  void lastBlocksGoAsInCodeParrot() {
    GoldenFiles.check("codeparrot_last_block.jsonl");
  }

  @Test
  void severalMegabytesAreCutAtOnce() {
    String text = "    x = 1\n".repeat(500_000) + "\ndef g():";

    assertThat(StopSequences.cut(text, StopSequences.of("humaneval"))).hasSize(5_000_000);
    assertThat(LastBlock.remove(text, LastBlock.SEPARATORS)).hasSize(5_000_000);
  }

  @Test
  void everySetCutsSomethingButNone() {
    assertThat(StopSequences.names())
        .allSatisfy(
            name -> assertThat(StopSequences.of(name).isEmpty()).isEqualTo(name.equals("none")));
    assertThat(StopSequences.cut("abc", List.of())).isEqualTo("abc");
  }
}
