package io.assay.images.metric;

import io.assay.images.metric.Pair.Channel;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Parameters that say which samples of an image are compared.
final class Channels {

  static final Param CHANNEL =
      new Param(
          "channel",
          "text",
          "all",
          "all: red, green and blue, or grey; y: luma of BT.601, from 16 to 235");

  static final Param CROP =
      new Param("crop", "integer", "0", "pixels left out at each border; 0 or more");

  private Channels() {}

  static Channel channel(Params params) {
    return params.choice("channel", List.of("all", "y")).equals("y") ? Channel.Y : Channel.ALL;
  }
}
