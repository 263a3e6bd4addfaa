package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TranscriptsTest {

  @Test
  void onlySpacesAndRunsOfWhiteSpaceSeparateWords() {
    assertThat(Transcripts.words("\ta\tb \u00a0c d\u00a0")).containsExactly("a\tb", "c", "d");
    assertThat(Transcripts.words("\u3000")).isEmpty();
    assertThat(Transcripts.words("")).isEmpty();
  }

  @RepeatedTest(50)
  void wordsAreWhatTheTransformsLeave(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(List.of("a", "bc", " ", "\t", "\u00a0").get(random.nextInt(5)));
    }
    String single = text.toString().replaceAll("[\\s\u00a0]{2,}", " ");
    List<String> expected =
        Arrays.stream(io.assay.tasks.text.PythonText.strip(single).split(" ", -1))
            .filter(each -> !each.isEmpty())
            .toList();

    assertThat(Transcripts.words(text.toString())).isEqualTo(expected);
  }

  @Test
  void standardizingWritesContractionsOutEvenInsideWords() {
    assertThat(Transcripts.standardize("Won't <unk>\the'sx")).isEqualTo("will not  he isx");
  }
}
