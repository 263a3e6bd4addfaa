package io.assay.images.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.images.network.PictureInput.Fit;
import io.assay.images.network.PictureInput.Layout;
import io.assay.images.network.Resampling.Filter;
import io.assay.images.picture.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {

  private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

  @TempDir private Path folder;

  private static PictureInput input(int size, Fit fit, Layout layout) {
    return new PictureInput(
        size, fit, new Resampling(Filter.BILINEAR, true), 0, 1, ZEROS, ONES, layout);
  }

  private static PictureInput plain(int size) {
    return input(size, Fit.STRETCH, Layout.CHANNELS_FIRST);
  }

  private Network network(Onnx onnx) {
    return Network.open(onnx.write(folder.resolve("network.onnx")));
  }

  /// Red rises from left to right, green from top to bottom, blue is full.
  private static Picture ramp(int width, int height) {
    var channels =
        List.of(new int[width * height], new int[width * height], new int[width * height]);
    for (int i = 0; i < width * height; i++) {
      channels.get(0)[i] = i % width;
      channels.get(1)[i] = i / width;
      channels.get(2)[i] = 255;
    }
    return new Picture(width, height, 8, channels);
  }

  @Test
  void aPictureIsPutInAsItIsDescribed() {
    var described =
        new PictureInput(
            0,
            Fit.STRETCH,
            new Resampling(Filter.BILINEAR, true),
            -1,
            1,
            List.of(0.5, 0.0, 0.0),
            List.of(2.0, 1.0, 1.0),
            Layout.CHANNELS_LAST);

    Tensor.Reals tensor = described.of(new Picture(1, 2, 8, List.of(new int[] {0, 255})));

    assertThat(tensor.shape()).containsExactly(1, 2, 1, 3);
    assertThat(tensor.values()).containsExactly(-0.75f, -1, -1, 0.25f, 1, 1);
  }

  @Test
  void croppingTakesTheMiddleOfTheShorterSide() {
    float[] values = input(4, Fit.CROP, Layout.CHANNELS_FIRST).of(ramp(8, 4)).values();

    assertThat(values).hasSize(48);
    assertThat(values[0] * 255).isCloseTo(2, within(1e-4f)); // columns 2 to 5 of 8
    assertThat(values[3] * 255).isCloseTo(5, within(1e-4f));
    assertThat(values[16 + 12] * 255).isCloseTo(3, within(1e-4f));
  }

  @Test
  void aNetworkGivesARowForAPictureOfAnySize() {
    var colours = new PictureNetwork(network(TinyNetworks.meanColours()), plain(0), "", "");

    float[] row = colours.row(ramp(11, 5));

    assertThat(colours.dimension()).isEqualTo(3);
    assertThat(row[0] * 255).isCloseTo(5, within(1e-3f));
    assertThat(row[1] * 255).isCloseTo(2, within(1e-3f));
    assertThat(row[2]).isEqualTo(1);
  }

  @Test
  void manyThreadsShareOneSessionOfEqualContent() throws Exception {
    Path one = TinyNetworks.coloursAndEdges().write(folder.resolve("one.onnx"));
    Path copy = Files.copy(one, folder.resolve("copy.onnx"));
    assertThat(Network.open(copy)).isSameAs(Network.open(one));
    var network = new PictureNetwork(Network.open(one), plain(32), "", "");
    float[] expected = network.row(ramp(40, 30));

    List<CompletableFuture<float[]>> rows =
        IntStream.range(0, 32)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> network.row(ramp(40, 30))))
            .toList();

    assertThat(rows).allSatisfy(row -> assertThat(row.get()).isEqualTo(expected));
  }

  @Test
  void whatIsNoNetworkIsRefusedWithAReason() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "not a network");

    assertThatThrownBy(() -> Network.open(folder.resolve("none.onnx")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> Network.open(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text.onnx")
        .hasMessageContaining("Export it");
    assertThatThrownBy(() -> Network.open(folder)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CaptionTokenizer.open(text)).hasMessageContaining("tokenizer.json");
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnyPicture() {
    Network fixed = network(TinyNetworks.coloursAndEdges());
    assertThatThrownBy(() -> new PictureNetwork(fixed, plain(299), "", ""))
        .hasMessageContaining("?x3x32x32")
        .hasMessageContaining("1x3x299x299")
        .hasMessageContaining("size");
    assertThatThrownBy(
            () -> new PictureNetwork(fixed, input(32, Fit.STRETCH, Layout.CHANNELS_LAST), "", ""))
        .hasMessageContaining("1x32x32x3");
    assertThatThrownBy(() -> new PictureNetwork(fixed, plain(32), "image", ""))
        .hasMessageContaining("has no input image")
        .hasMessageContaining("pixels");
    assertThatThrownBy(() -> new PictureNetwork(fixed, plain(32), "", "pool"))
        .hasMessageContaining("features");
  }

  @Test
  void anOutputThatIsNoRowIsRefused() {
    Network layers = network(TinyNetworks.layers());

    assertThatThrownBy(() -> new PictureNetwork(layers, plain(16), "", "second"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1x3x8x8")
        .hasMessageContaining("one row of numbers");
  }

  @Test
  void aNetworkThatGivesNoNumbersIsRefused() {
    Onnx zeroByZero =
        new Onnx()
            .input("pixels", 1, 3, 8, 8)
            .constant("zero", new float[] {0}, 1)
            .node("GlobalAveragePool", List.of("pixels"), "means")
            .node("Flatten", List.of("means"), "flat", Onnx.Ints.one("axis", 1))
            .node("Div", List.of("flat", "zero"), "features")
            .output("features", 1, 3);

    assertThatThrownBy(() -> new PictureNetwork(network(zeroByZero), plain(8), "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("features")
        .hasMessageContaining("Infinity");
  }

  @Test
  void captionsAreFilledUpWhereANetworkTakesAFixedNumberOfTokens() {
    var tokenizer = CaptionTokenizer.open(TinyNetworks.tokenizer(folder.resolve("tokenizer.json")));
    Network any = network(TinyNetworks.texts(-1));
    Network fixed = Network.open(TinyNetworks.texts(8).write(folder.resolve("fixed.onnx")));

    float[] free =
        new CaptionNetwork(any, tokenizer, any.output(""), java.util.Map.of(), 77)
            .row("Red blue red");
    float[] filled =
        new CaptionNetwork(fixed, tokenizer, fixed.output(""), java.util.Map.of(), 77)
            .row("red blue red");
    float[] cut =
        new CaptionNetwork(any, tokenizer, any.output(""), java.util.Map.of(), 3)
            .row("red blue red");

    assertThat(free).containsExactly(0.4f, 0, 0.2f);
    assertThat(filled).containsExactly(0.25f, 0, 0.125f);
    assertThat(cut).containsExactly(1 / 3f, 0, 0);
    assertThat(tokenizer.tokens("red blue red", 3)).containsExactly(1, 3, 2);
  }

  @Test
  void encodersInOneFileAgreeWithThoseInTwo() {
    Path tokenizer = TinyNetworks.tokenizer(folder.resolve("tokenizer.json"));
    Path both = TinyNetworks.both().write(folder.resolve("both.onnx"));
    Path pictures = TinyNetworks.meanColours().write(folder.resolve("pictures.onnx"));
    Path texts = TinyNetworks.texts(-1).write(folder.resolve("texts.onnx"));
    var one = ClipNetwork.open(new ClipNetwork.Files(both, both, tokenizer, "", "", 77), plain(16));
    var two =
        ClipNetwork.open(new ClipNetwork.Files(pictures, texts, tokenizer, "", "", 77), plain(16));

    assertThat(one.embedding("green red")).isEqualTo(two.embedding("green red"));
    assertThat(one.embedding(ramp(20, 20))).isEqualTo(two.embedding(ramp(20, 20)));
  }

  @Test
  void encodersOfDifferentSpacesAreRefused() {
    Path tokenizer = TinyNetworks.tokenizer(folder.resolve("tokenizer.json"));
    Path pictures = TinyNetworks.features(5).write(folder.resolve("pictures.onnx"));
    Path texts = TinyNetworks.texts(-1).write(folder.resolve("texts.onnx"));
    var files = new ClipNetwork.Files(pictures, texts, tokenizer, "", "", 77);

    assertThatThrownBy(() -> ClipNetwork.open(files, plain(8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 dimensions, those of texts 3");
  }

  @Test
  void aDistanceComesFromAWholeNetworkOrFromLayers() {
    var whole = new PerceptualNetwork(network(TinyNetworks.distance()), plain(0), List.of());
    Network layered = Network.open(TinyNetworks.layers().write(folder.resolve("layers.onnx")));
    var equal = new PerceptualNetwork(layered, plain(0), List.of());
    var first = List.of(List.of(1.0, 1.0, 1.0), List.of(0.0, 0.0, 0.0));
    var weighted = new PerceptualNetwork(layered, plain(0), first);
    Picture red =
        new Picture(2, 2, 8, List.of(new int[] {255, 255, 255, 255}, new int[4], new int[4]));
    Picture green =
        new Picture(2, 2, 8, List.of(new int[4], new int[] {255, 255, 255, 255}, new int[4]));

    assertThat(whole.distance(red, green)).isCloseTo(2 / 3.0, within(1e-6));
    assertThat(equal.distance(red, green)).isCloseTo(4, within(1e-6)); // 2 in each of both layers
    assertThat(weighted.distance(red, green)).isCloseTo(2, within(1e-6));
    assertThat(equal.distance(red, red)).isZero();
  }

  @Test
  void weightsThatDoNotFitTheLayersAreRefused() {
    Network layered = network(TinyNetworks.layers());

    assertThatThrownBy(
            () -> new PerceptualNetwork(layered, plain(0), List.of(List.of(1.0, 1.0, 1.0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layers");
  }
}
