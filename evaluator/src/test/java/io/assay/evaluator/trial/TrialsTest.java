package io.assay.evaluator.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Completion;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.TestPrompts;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {

  @TempDir Path folder;

  private Trials trials() {
    return new Trials(name -> "KEY".equals(name) ? "sk-0123456789" : null, folder);
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void everythingThatAModelCanIsTriedOnce() throws Exception {
    try (var trials = trials()) {
      var all = trials.of(TestPrompts.model("fake", "m", "{}"), EnumSet.allOf(Ability.class));

      assertThat(all).extracting(Trial::capability).containsExactly(Ability.values());
      assertThat(all).allMatch(Trial::succeeded);
    }
  }

  @Test
  void anErrorIsExplained() throws Exception {
    try (var server =
            new StubServer(StubServer.json(401, "{\"error\": {\"message\": \"bad key\"}}"));
        var trials = trials()) {
      var spec = TestPrompts.spec("openai", "m", server.endpoint(), "KEY", "{}");

      assertThat(trials.of(spec, EnumSet.of(Ability.TEXT)).getFirst().completion())
          .isInstanceOfSatisfying(
              Completion.Unavailable.class,
              u -> assertThat(u.lastError()).contains("bad key", "check the key", "KEY"));
    }
  }

  @Test
  void aModelThatCannotBeOpenedIsExplained() {
    try (var trials = trials()) {
      var spec = TestPrompts.spec("openai", "m", "http://127.0.0.1:9/v1", "NOT_SET", "{}");

      assertThatThrownBy(() -> trials.of(spec, EnumSet.of(Ability.TEXT)))
          .hasMessageContaining("NOT_SET");
    }
  }

  @Test
  void aCardPromisesWhatItsTaskTypesNeed() {
    assertThat(Ability.promised(List.of("speech-recognition", "speech-translation")))
        .containsExactly(Ability.SPEECH);
    assertThat(Ability.promised(List.of("text-generation", "embedding")))
        .containsExactly(Ability.TEXT, Ability.EMBEDDING);
  }

  @Test
  void theToneIsARecording() throws Exception {
    try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Tone.wav()))) {
      assertThat(audio.getFrameLength()).isEqualTo(16_000);
      assertThat(audio.getFormat().getChannels()).isEqualTo(1);
    }
  }
}
