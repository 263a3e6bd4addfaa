package io.assay.evaluator.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.blobs.FolderBlobStore;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.TestPrompts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandProviderTest implements ProviderContract {

  private static final String SECRET = "sk-of-another-model";

  @TempDir Path folder;

  private final HashMap<String, String> environment = new HashMap<>(System.getenv());
  private final CommandProvider provider =
      new CommandProvider(new Commands(true, environment::get, new NameList(List.of("MY_*"))));

  private static String json(Object value) {
    return ContractJson.mapper().valueToTree(value).toString();
  }

  private static ModelSpec model(String more, String... command) {
    return TestPrompts.model("command", "m", "{\"command\": " + json(command) + more + "}");
  }

  @Override
  public Provider provider() {
    return provider;
  }

  /// Whatever it is asked: for texts to embed, a vector for each.
  @Override
  public ModelSpec goodModel() {
    String script =
        "while read line; do case \"$line\" in *embed*) echo '{\"vectors\": [[1, 2], [3, 4]]}';;"
            + " *) echo '{\"text\": \"42\"}';; esac; done";
    return model(", \"mode\": \"json-lines\"", "sh", "-c", script);
  }

  private Completion ask(ModelSpec model, ModelRequest request) throws Exception {
    return Capabilities.ask(provider.open(model), call(model, request, Duration.ofSeconds(20)));
  }

  private CallContext call(ModelSpec model, ModelRequest request, Duration limit) {
    return new CallContext(
        TestPrompts.prompt(model, request, "s1", TextNode.valueOf("?"), "42"),
        0,
        limit,
        () -> false,
        new FolderBlobStore(folder.resolve("blobs"), 1 << 20).of("job-1"));
  }

  private static ModelRequest question(String text) {
    return new ModelRequest.GenerateText(
        List.of(new ChatMessage("system", "Be brief."), new ChatMessage("user", text)),
        new GenerationSettings(0.5, null, 8, List.of(), 7L, null));
  }

  private static String text(Completion completion) {
    return OpenAi.text(completion);
  }

  @Test
  void thePromptIsReadFromStandardInput() throws Exception {
    assertThat(text(ask(model("", "tr", "a-z", "A-Z"), question("hello")))).isEqualTo("HELLO");
  }

  @Test
  void argumentsAreFilledAndNeverSeeAShell() throws Exception {
    var answer =
        ask(
            model(
                "",
                "printf",
                "%s|%s|%s|%s|{other}",
                "{prompt}",
                "{system}",
                "{seed}",
                "{max_tokens}"),
            question("$(rm -rf /) ; `id` {seed} \"quoted\""));

    assertThat(text(answer))
        .isEqualTo("$(rm -rf /) ; `id` {seed} \"quoted\"|Be brief.|7|8|{other}");
  }

  @Test
  void jsonInAndOut() throws Exception {
    var model =
        model(
            ", \"input\": \"json\", \"output\": \"json\"",
            "sh",
            "-c",
            "read line; case \"$line\" in *'\"id\":\"s1\"'*generate-text*) echo"
                + " '{\"text\": \"42\", \"usage\": {\"input_tokens\": 3, \"output_tokens\": 1}}';; esac");

    var answered = (Completion.Answered) ask(model, question("?"));

    assertThat(text(answered)).isEqualTo("42");
    assertThat(answered.usage()).isEqualTo(new Completion.Usage(3L, 1L, null));
  }

  @Test
  void vectorsAndLikelihoods() throws Exception {
    assertThat(
            ((Completion.Answered)
                    ask(
                        model("", "echo", "[[1, 2], [3, 4]]"),
                        new ModelRequest.Embed(List.of("a", "b"), "text")))
                .answer())
        .isEqualTo(new Answer.Vectors(List.of(Embedding.of(1, 2), Embedding.of(3, 4))));
    assertThat(
            ((Completion.Answered)
                    ask(
                        model("", "echo", "{\"likelihoods\": [-1.5, -2.5]}"),
                        new ModelRequest.Likelihood("c", List.of("a", "b"))))
                .answer())
        .isEqualTo(
            new Answer.Likelihoods(
                List.of(
                    new Answer.Continuation(-1.5, 0, false),
                    new Answer.Continuation(-2.5, 0, false))));
  }

  @Test
  void aRecordingIsAFile() throws Exception {
    var call = call(model("", "cat", "{audio}"), question("?"), Duration.ofSeconds(20));
    var audio =
        call.blobs().put("audio/wav", new ByteArrayInputStream("hello world\n".getBytes(UTF_8)));

    assertThat(
            ((Completion.Answered)
                    ask(
                        model("", "cat", "{audio}"),
                        new ModelRequest.Transcribe(audio, null, null, null, false, false)))
                .answer())
        .isEqualTo(new Answer.Transcript("hello world", null, null, List.of()));
  }

  @Test
  void anImageIsWrittenToAFile() throws Exception {
    var png = folder.resolve("made.png");
    ImageIO.write(new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB), "png", png.toFile());
    var answered =
        (Completion.Answered)
            ask(
                model("", "cp", png.toString(), "{output}"),
                new ModelRequest.GenerateImages("a dog", 1, null, GenerationSettings.DEFAULTS));

    assertThat(((Answer.Images) answered.answer()).images().getFirst().mediaType())
        .isEqualTo("image/png");
  }

  @Test
  void aFailedProgramIsQuoted() throws Exception {
    assertThat(ask(model("", "sh", "-c", "echo no weights >&2; exit 3"), question("?")))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("ended with code 3", "no weights"));
  }

  @Test
  void aProgramThatTakesTooLongIsEndedWithItsChildren() throws Exception {
    var model = model("", "sh", "-c", "sleep 60 & echo $! > " + folder.resolve("pid") + "; wait");
    var completion =
        Capabilities.ask(provider.open(model), call(model, question("?"), Duration.ofMillis(700)));

    assertThat(completion).isInstanceOf(Completion.TimedOut.class);
    long child = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    org.awaitility.Awaitility.await()
        .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void aProgramThatStaysAnswersManyAndIsStartedAgainWhenItDies() throws Exception {
    String script =
        "read line; echo \"{\\\"text\\\": \\\"$$\\\"}\"; read line; echo \"{\\\"text\\\": \\\"$$\\\"}\"";
    var spec = model(", \"mode\": \"json-lines\"", "sh", "-c", script);
    try (var model = provider.open(spec)) {
      String first =
          text(Capabilities.ask(model, call(spec, question("?"), Duration.ofSeconds(9))));
      String second =
          text(Capabilities.ask(model, call(spec, question("?"), Duration.ofSeconds(9))));
      org.awaitility.Awaitility.await()
          .until(() ->
              ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive).isEmpty());
      String third =
          text(Capabilities.ask(model, call(spec, question("?"), Duration.ofSeconds(9))));

      assertThat(second).isEqualTo(first);
      assertThat(third).isNotEqualTo(first);
    }
  }

  @Test
  void whatItCannotDoItSays() throws Exception {
    assertThat(
            ask(
                model(", \"output\": \"json\"", "echo", "{\"error\": \"too long\"}"),
                question("?")))
        .isInstanceOfSatisfying(
            Completion.Refused.class, r -> assertThat(r.reason()).contains("too long"));
  }

  @Test
  void keysOfOtherModelsAreNotSeen() throws Exception {
    environment.put("OPENAI_API_KEY", SECRET);
    environment.put("MY_TOKEN", "seen");

    assertThat(text(ask(model(", \"env\": [\"MY_TOKEN\"]", "env"), question("?"))))
        .contains("MY_TOKEN=seen")
        .doesNotContain(SECRET);
    assertThatThrownBy(() -> provider.open(model(", \"env\": [\"OPENAI_API_KEY\"]", "env")))
        .hasMessageContaining("assay.evaluator.allowed-key-envs");
  }

  @Test
  void programsMustBeAllowedAndBeThere() {
    assertThatThrownBy(() -> new CommandProvider(Commands.NONE).open(model("", "cat")))
        .hasMessageContaining("assay.commands.allowed=true");
    assertThatThrownBy(() -> provider.open(model("", "no-such-program-here")))
        .hasMessageContaining("no program on this evaluator's PATH");
    assertThatThrownBy(() -> provider.open(TestPrompts.model("command", "m", "{}")))
        .hasMessageContaining("has no option command");
  }
}
