package io.assay.images.metric;

import io.assay.contracts.event.Blob;
import io.assay.images.network.NetworkFailure;
import io.assay.images.network.PictureNetwork;
import io.assay.images.picture.Picture;
import io.assay.images.picture.PixelBudget;
import io.assay.tasks.metric.Media;
import java.util.LinkedHashMap;
import java.util.Map;

/// What networks say of images. The last rows are kept: metrics of one task ask for the same ones,
/// models of one job are compared with the same expected images.
final class Rows {

  /// 32 MB.
  private static final int MOST_KEPT = 8 << 20;

  private record Key(Object network, String sha256) {}

  private static final Map<Key, float[]> RECENT = new LinkedHashMap<>(16, 0.75f, true);
  private static long kept;

  private Rows() {}

  /// A network's numbers for an image; not to be changed.
  ///
  /// @param what the image is, for messages
  /// @throws IllegalArgumentException where it is no image, damaged or too large
  /// @throws NetworkFailure where the network cannot be run
  static float[] of(PictureNetwork network, Media media, Blob blob, String what) {
    var key = new Key(network.identity(), blob.sha256());
    float[] known = known(key);
    if (known != null) {
      return known;
    }
    Picture picture = Images.open(media, blob, what);
    try (var _ = PixelBudget.of(picture.size())) {
      float[] row = network.row(picture);
      keep(key, row);
      return row;
    }
  }

  private static float @org.jspecify.annotations.Nullable [] known(Key key) {
    synchronized (RECENT) {
      return RECENT.get(key);
    }
  }

  private static void keep(Key key, float[] row) {
    synchronized (RECENT) {
      float[] before = RECENT.put(key, row);
      kept += row.length - (before == null ? 0 : before.length);
      var eldest = RECENT.entrySet().iterator();
      while (kept > MOST_KEPT && eldest.hasNext()) {
        kept -= eldest.next().getValue().length;
        eldest.remove();
      }
    }
  }
}
