package io.assay.images.metric;

import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/// Cases of images that were drawn at random.
abstract class DrawnCases implements MetricContract {

  private static final List<String> WORDS = List.of("red", "green", "blue");

  private final Drawn drawn = new Drawn();

  @Override
  public Case anyCase(Random random, int number) {
    return drawn(random, number, 24);
  }

  final Case drawn(Random random, int number, int size) {
    byte[] expected = image(random, size);
    byte[] made = image(random, size);
    byte[] mask = Drawn.png(size, size, (x, _) -> x < size / 2 ? 0xFFFFFF : 0);
    String caption = WORDS.get(random.nextInt(3)) + " " + WORDS.get(random.nextInt(3));
    return drawn.some("s" + number, caption, expected, made, mask);
  }

  private static byte[] image(Random random, int size) {
    int colour = random.nextInt(0x1000000);
    int slope = 1 + random.nextInt(0x50505);
    return Drawn.png(
        size,
        size,
        size > 100
            ? BufferedImage.TYPE_BYTE_GRAY
            : BufferedImage.TYPE_INT_RGB, // one plane is faster
        (x, y) -> colour + slope * (x / 4) + (y / 4) * 0x101);
  }

  @Override
  public Judgement judgement(Metric metric, Case some) {
    return metric.judge(some.sample(), some.answer(), drawn.circumstances(new byte[0]));
  }
}
