package io.assay.images.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageMetricsTest {

  private final Drawn drawn = new Drawn();
  private final byte[] wanted = Drawn.png(200, 180, (x, y) -> x * y * 31 + x);
  private final byte[] other = Drawn.png(200, 180, (x, y) -> x * y * 31 + x + 0x050302);

  static List<String> ours() {
    return Metrics.all().stream()
        .filter(each -> each.getClass().getPackageName().startsWith("io.assay.images"))
        .filter(each -> each.params().stream().noneMatch(param -> param.type().equals("file")))
        .filter(each -> !each.info().name().equals("geneval")) // judges what was found in an image
        .map(each -> each.info().name())
        .toList();
  }

  private static String reason(Judgement judgement) {
    assertThat(judgement).isInstanceOf(Judgement.Unjudgeable.class);
    return ((Judgement.Unjudgeable) judgement).reason();
  }

  private static Contribution contribution(Judgement judgement) {
    assertThat(judgement).isInstanceOf(Judgement.Judged.class);
    return ((Judgement.Judged) judgement).contribution();
  }

  private byte[] mask() {
    return Drawn.png(200, 180, (x, y) -> x < 50 ? 0xFFFFFF : 0);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everyMetricIsDescribedAndJudgesAPair(String name) {
    MetricFactory factory = Metrics.find(name).orElseThrow();
    var metric = (AdditiveMetric) Metrics.create(Judging.spec(name, "{}"));

    var contribution = contribution(drawn.judged(name, "{}", wanted, other, mask()));

    assertThat(factory.info().summary()).endsWith(".");
    assertThat(factory.info().source()).startsWith("https://");
    assertThat(metric.signature()).startsWith(name + "|");
    factory
        .params()
        .forEach(each -> assertThat(metric.signature()).contains("|" + each.name() + ":"));
    assertThat(contribution.statistics()).hasSameSizeAs(metric.statistics());
    double[] sums = contribution.statistics().stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(metric.value(sums).orElseThrow())
        .isCloseTo(java.util.Objects.requireNonNull(contribution.value()), within(1e-12));
    assertThat(metric.value(new double[sums.length])).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void anAnswerThatIsNoImageIsNotJudged(String name) {
    var metric = Metrics.create(Judging.spec(name, "{}"));

    assertThat(reason(metric.judge(Judging.sample(null), new Answer.Text("a cat"))))
        .contains("images");
  }

  @Test
  void equalImagesHaveNoFinitePsnrAndDoNotCount() throws Exception {
    var contribution = contribution(drawn.judged("psnr", "{}", wanted, wanted, null));

    assertThat(contribution.value()).isNull();
    assertThat(contribution.statistics()).containsExactly(0.0, 0.0, 0.0);
    assertThat(contribution.explanation()).contains("infinite");
    assertThat(ContractJson.mapper().writeValueAsString(contribution)).doesNotContain("Infinity");
  }

  @Test
  void equalImagesAreAsSimilarAsCanBe() {
    assertThat(drawn.value("ssim", "{}", wanted, wanted, null)).isCloseTo(1, within(1e-12));
    assertThat(drawn.value("ms_ssim", "{}", wanted, wanted, null)).isCloseTo(1, within(1e-12));
    assertThat(drawn.value("delta_e_2000", "{}", wanted, wanted, null)).isZero();
  }

  @Test
  void alphaDoesNotCount() {
    byte[] clear =
        Drawn.png(200, 180, BufferedImage.TYPE_INT_ARGB, (x, y) -> 0x80000000 | (x * y * 31 + x));

    assertThat(drawn.value("masked_mse", "{}", wanted, clear, mask())).isZero();
  }

  @Test
  void greyIsComparedWithColourAsThreeEqualChannels() {
    byte[] grey = Drawn.png(64, 64, BufferedImage.TYPE_BYTE_GRAY, (_, _) -> 0);
    byte[] red = Drawn.png(64, 64, (_, _) -> 0xFF0000);

    assertThat(drawn.value("psnr", "{}", grey, red, null))
        .isCloseTo(10 * Math.log10(3), within(1e-12));
  }

  @Test
  void anotherSizeIsAReasonNotAScore() {
    byte[] small = Drawn.png(10, 20, (_, _) -> 0);

    assertThat(reason(drawn.judged("psnr", "{}", wanted, small, null)))
        .contains("10x20", "200x180");
    assertThat(drawn.value("valid_image", "{}", wanted, small, null)).isOne();
  }

  @Test
  void aMaskOfAnotherSizeOrWithoutWhiteIsAReason() {
    byte[] small = Drawn.png(10, 20, (_, _) -> -1);
    byte[] black = Drawn.png(200, 180, (_, _) -> 0);

    assertThat(reason(drawn.judged("masked_psnr", "{}", wanted, other, small)))
        .contains("mask", "10x20");
    assertThat(reason(drawn.judged("masked_psnr", "{}", wanted, other, black))).contains("empty");
    assertThat(reason(drawn.judged("masked_psnr", "{}", wanted, other, null))).contains("no mask");
  }

  @Test
  void anImageSmallerThanTheWindowIsAReason() {
    byte[] tiny = Drawn.png(5, 5, (_, _) -> 0);

    assertThat(reason(drawn.judged("ssim", "{}", tiny, tiny, null))).contains("window");
    assertThat(reason(drawn.judged("psnr", "{\"crop\": 4}", tiny, tiny, null)))
        .contains("nothing is left");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 60, 400})
  void aTruncatedImageIsAReasonAndNotValid(int kept) {
    byte[] cut = Arrays.copyOf(wanted, kept);

    assertThat(reason(drawn.judged("psnr", "{}", wanted, cut, null))).contains("the model's image");
    assertThat(drawn.value("valid_image", "{}", wanted, cut, null)).isZero();
  }

  @Test
  void aBombIsRefusedByItsHeader() throws Exception {
    assertThat(reason(drawn.judged("psnr", "{}", wanted, header(100_000, 100_000), null)))
        .contains("100000 x 100000");
    assertThat(drawn.value("valid_image", "{}", wanted, header(0, 5), null)).isZero();
  }

  /// A PNG that has a header and the end alone.
  private static byte[] header(int width, int height) throws Exception {
    var out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    byte[] data =
        ByteBuffer.allocate(17)
            .put(new byte[] {'I', 'H', 'D', 'R'})
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    var sum = new CRC32();
    sum.update(data);
    out.write(ByteBuffer.allocate(4).putInt(13).array());
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return out.toByteArray();
  }

  @Test
  void anImageThatIsNotThereIsNobodysScore() {
    var metric = Metrics.create(Judging.spec("colorfulness", "{}"));
    var missing = new Blob("0".repeat(64), "image/png", 3);

    assertThatThrownBy(() ->
            metric.judge(
                Judging.sample(null),
                new Answer.Images(List.of(missing)),
                new io.assay.tasks.metric.Circumstances(
                    new io.assay.contracts.event.ModelRequest.Embed(List.of("x"), "text"),
                    null,
                    _ -> {
                      throw new java.io.FileNotFoundException("gone");
                    })))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void conventionsOfStructuralSimilarityDiffer() {
    double paper = drawn.value("ssim", "{}", wanted, other, null);
    double torch = drawn.value("ssim", "{\"convention\": \"torchmetrics\"}", wanted, other, null);

    assertThat(paper).isNotEqualTo(torch);
    assertThatThrownBy(() -> Metrics.create(Judging.spec("ssim", "{\"convention\": \"x\"}")))
        .hasMessageContaining("x");
  }
}
