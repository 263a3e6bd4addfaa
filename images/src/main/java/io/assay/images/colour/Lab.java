package io.assay.images.colour;

/// A colour in CIE L*a*b*, and how far others are from it.
///
/// @param lightness L*, from 0 to 100
/// @param a red against green
/// @param b yellow against blue
public record Lab(double lightness, double a, double b) {

  private static final double POWER_25 = Math.pow(25, 7);

  /// CIE 1976: the distance.
  public double cie76(Lab other) {
    double l = lightness - other.lightness;
    return Math.sqrt(l * l + (a - other.a) * (a - other.a) + (b - other.b) * (b - other.b));
  }

  private double chroma() {
    return Math.hypot(a, b);
  }

  /// Twice the square that hue alone makes of the distance.
  private double squaredHueDifference(Lab other) {
    return 2 * (chroma() * other.chroma() - (a * other.a + b * other.b));
  }

  /// CIE 1994 for graphic arts; this is the reference colour.
  public double cie94(Lab other) {
    double chroma = chroma();
    double l = lightness - other.lightness;
    double c = (chroma - other.chroma()) / (1 + 0.045 * chroma);
    double h = 1 + 0.015 * chroma;
    return Math.sqrt(Math.max(l * l + c * c + squaredHueDifference(other) / (h * h), 0));
  }

  /// CMC 1:1; this is the reference colour.
  public double cmc(Lab other) {
    double chroma = chroma();
    double hue = Math.toDegrees(angle(b, a));
    double t =
        hue >= 164 && hue <= 345
            ? 0.56 + 0.2 * Math.abs(Math.cos(Math.toRadians(hue + 168)))
            : 0.36 + 0.4 * Math.abs(Math.cos(Math.toRadians(hue + 35)));
    double fourth = Math.pow(chroma, 4);
    double f = Math.sqrt(fourth / (fourth + 1900));
    double forLightness = lightness < 16 ? 0.511 : 0.040975 * lightness / (1 + 0.01765 * lightness);
    double forChroma = 0.638 + 0.0638 * chroma / (1 + 0.0131 * chroma);
    double forHue = forChroma * (f * t + 1 - f);
    double l = (lightness - other.lightness) / forLightness;
    double c = (chroma - other.chroma()) / forChroma;
    return Math.sqrt(Math.max(l * l + c * c + squaredHueDifference(other) / (forHue * forHue), 0));
  }

  /// CIEDE2000 (Sharma et al. 2005).
  public double ciede2000(Lab other) {
    double scale = 1.5 - 0.5 * chromaWeight((chroma() + other.chroma()) / 2);
    double chroma1 = Math.hypot(a * scale, b);
    double chroma2 = Math.hypot(other.a * scale, other.b);
    double hue1 = angle(b, a * scale);
    double hue2 = angle(other.b, other.a * scale);
    double chroma = (chroma1 + chroma2) / 2;
    boolean grey = chroma1 * chroma2 == 0;
    double hue = meanHue(hue1, hue2, grey);
    double middle = (lightness + other.lightness) / 2 - 50;
    double l =
        (other.lightness - lightness)
            / (1 + 0.015 * middle * middle / Math.sqrt(20 + middle * middle));
    double c = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    double turn = grey ? 0 : turn(hue2 - hue1);
    double h =
        2 * Math.sqrt(chroma1 * chroma2) * Math.sin(turn / 2) / (1 + 0.015 * chroma * hues(hue));
    double rotation = -Math.sin(2 * blueness(hue)) * 2 * chromaWeight(chroma);
    return Math.sqrt(Math.max(l * l + c * c + h * h + rotation * c * h, 0));
  }

  private static double chromaWeight(double chroma) {
    double seventh = Math.pow(chroma, 7);
    return Math.sqrt(seventh / (seventh + POWER_25));
  }

  private static double hues(double hue) {
    return 1
        - 0.17 * Math.cos(hue - Math.toRadians(30))
        + 0.24 * Math.cos(2 * hue)
        + 0.32 * Math.cos(3 * hue + Math.toRadians(6))
        - 0.20 * Math.cos(4 * hue - Math.toRadians(63));
  }

  private static double blueness(double hue) {
    double distance = (Math.toDegrees(hue) - 275) / 25;
    return Math.toRadians(30) * Math.exp(-distance * distance);
  }

  private static double turn(double difference) {
    return difference > Math.PI
        ? difference - 2 * Math.PI
        : difference < -Math.PI ? difference + 2 * Math.PI : difference;
  }

  private static double meanHue(double hue1, double hue2, boolean grey) {
    double sum = hue1 + hue2;
    if (grey) {
      return sum;
    }
    boolean across = Math.abs(hue2 - hue1) > Math.PI;
    return (across ? sum + (sum < 2 * Math.PI ? 2 * Math.PI : -2 * Math.PI) : sum) / 2;
  }

  /// From 0 to a full turn.
  private static double angle(double y, double x) {
    double angle = Math.atan2(y, x);
    return angle < 0 ? angle + 2 * Math.PI : angle;
  }
}
