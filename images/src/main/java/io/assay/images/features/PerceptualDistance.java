package io.assay.images.features;

import java.util.ArrayList;
import java.util.List;

/// The learned perceptual distance of two pictures (LPIPS, Zhang et al. 2018) from what a network
/// saw in them: in each layer, channels are scaled to unit length at every place, their squared
/// differences weighted, and the mean over places taken; layers are added. 0 for equal pictures.
///
/// @param layers the distance in each layer
public record PerceptualDistance(List<Double> layers) {

  private static final double TINY = 1e-10;

  public PerceptualDistance {
    layers = List.copyOf(layers);
  }

  /// The distance.
  public double value() {
    return layers.stream().mapToDouble(Double::doubleValue).sum();
  }

  /// Compares layer by layer.
  ///
  /// @throws IllegalArgumentException where there are different numbers of layers, channels, places
  ///   or weights
  public static PerceptualDistance of(
      List<Layer> first, List<Layer> second, List<double[]> weights) {
    require(first.size() == second.size() && first.size() == weights.size(), "layers");
    List<Double> layers = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      layers.add(distance(first.get(i), second.get(i), weights.get(i)));
    }
    return new PerceptualDistance(layers);
  }

  private static double distance(Layer first, Layer second, double[] weights) {
    int channels = first.channels().size();
    require(channels == second.channels().size() && channels == weights.length, "channels");
    require(first.places() == second.places(), "places");
    double sum = 0;
    for (int place = 0; place < first.places(); place++) {
      double one = first.length(place) + TINY;
      double other = second.length(place) + TINY;
      for (int channel = 0; channel < channels; channel++) {
        double difference =
            first.channels().get(channel)[place] / one
                - second.channels().get(channel)[place] / other;
        sum += weights[channel] * difference * difference;
      }
    }
    return sum / first.places();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("both pictures and the weights must have as many " + what);
    }
  }

  /// What a network's layer saw.
  ///
  /// @param channels one array a channel, one number a place
  public record Layer(List<double[]> channels) {

    public Layer {
      channels = List.copyOf(channels);
      int places = channels.isEmpty() ? 0 : channels.getFirst().length;
      require(channels.stream().allMatch(each -> each.length == places), "places");
    }

    int places() {
      return channels.isEmpty() ? 0 : channels.getFirst().length;
    }

    private double length(int place) {
      double sum = 0;
      for (double[] channel : channels) {
        sum += channel[place] * channel[place];
      }
      return Math.sqrt(sum);
    }
  }
}
