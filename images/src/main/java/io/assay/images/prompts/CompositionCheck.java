package io.assay.images.prompts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a picture shows the objects that were asked for (GenEval, Ghosh et al. 2023): enough of
/// each, in their colours and places, and not too many.
///
/// @param missing what is wrong, in the words of the reference; none where the picture is right
public record CompositionCheck(List<String> missing) {

  /// How sure a detector must be.
  public static final double LEAST_CONFIDENCE = 0.3;

  /// How sure it must be where objects are counted.
  public static final double LEAST_CONFIDENCE_COUNTING = 0.9;

  private static final int MOST_OBJECTS = 16;
  private static final List<String> COLOURS =
      List.of(
          "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white");

  public CompositionCheck {
    missing = List.copyOf(missing);
  }

  /// A demand for objects of a class.
  ///
  /// @param name the class
  /// @param count at least so many; where they are excluded, fewer
  /// @param colour the colour that so many of them must have, if any
  /// @param position where each must be, if anywhere
  public record Demand(
      String name, int count, @Nullable String colour, @Nullable Position position) {}

  /// Where an object must be.
  ///
  /// @param relation `left of`, `right of`, `above` or `below`
  /// @param target the number of the demand whose objects it refers to, from 0
  public record Position(String relation, int target) {}

  /// The surest objects of a class that count at all, the surest first.
  public static List<DetectedObject> counted(List<DetectedObject> found, boolean counting) {
    double least = counting ? LEAST_CONFIDENCE_COUNTING : LEAST_CONFIDENCE;
    return found.stream()
        .filter(each -> each.confidence() > least)
        .sorted(Comparator.comparingDouble(DetectedObject::confidence).reversed())
        .limit(MOST_OBJECTS)
        .toList();
  }

  /// Checks a picture.
  ///
  /// @param found objects by class, the surest first; only as many as demanded are looked at
  /// @param included what must be there
  /// @param excluded what must not be there in such numbers
  /// @throws IllegalArgumentException where a position refers to no demand before it
  public static CompositionCheck of(
      Map<String, List<DetectedObject>> found, List<Demand> included, List<Demand> excluded) {
    List<String> missing = new ArrayList<>();
    List<Optional<List<DetectedObject>>> matched = new ArrayList<>();
    for (Demand demand : included) {
      List<DetectedObject> all = found.getOrDefault(demand.name(), List.of());
      List<DetectedObject> surest = all.subList(0, Math.min(all.size(), demand.count()));
      List<String> wrong = wrong(demand, surest, matched);
      missing.addAll(wrong);
      matched.add(wrong.isEmpty() ? Optional.of(surest) : Optional.empty());
    }
    for (Demand demand : excluded) {
      int count = found.getOrDefault(demand.name(), List.of()).size();
      if (count >= demand.count()) {
        missing.add("expected %s<%d, found %d".formatted(demand.name(), demand.count(), count));
      }
    }
    return new CompositionCheck(missing);
  }

  private static List<String> wrong(
      Demand demand, List<DetectedObject> surest, List<Optional<List<DetectedObject>>> matched) {
    if (surest.size() < demand.count()) {
      return List.of(
          "expected %s>=%d, found %d".formatted(demand.name(), demand.count(), surest.size()));
    }
    List<String> colour = demand.colour() == null ? List.of() : wrongColour(demand, surest);
    return colour.isEmpty() && demand.position() != null
        ? wrongPosition(demand, demand.position(), surest, matched)
        : colour;
  }

  private static List<String> wrongColour(Demand demand, List<DetectedObject> surest) {
    Map<String, Long> counts =
        surest.stream()
            .map(each -> String.valueOf(each.colour()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    String wanted = String.valueOf(demand.colour());
    long right = counts.getOrDefault(wanted, 0L);
    if (right >= demand.count()) {
      return List.of();
    }
    String others =
        COLOURS.stream()
            .filter(counts::containsKey)
            .map(each -> counts.get(each) + " " + each)
            .collect(Collectors.joining(", "));
    return List.of(
        "expected %s %s>=%d, found %d %s; and %s"
            .formatted(wanted, demand.name(), demand.count(), right, wanted, others));
  }

  private static List<String> wrongPosition(
      Demand demand,
      Position position,
      List<DetectedObject> surest,
      List<Optional<List<DetectedObject>>> matched) {
    if (position.target() < 0 || position.target() >= matched.size()) {
      throw new IllegalArgumentException(
          demand.name() + " is placed by demand " + position.target() + ", which is not before it");
    }
    Optional<List<DetectedObject>> targets = matched.get(position.target());
    if (targets.isEmpty()) {
      return List.of("no target for %s to be %s".formatted(demand.name(), position.relation()));
    }
    for (DetectedObject object : surest) {
      for (DetectedObject target : targets.get()) {
        Set<String> relations = object.positionTo(target);
        if (!relations.contains(position.relation())) {
          return List.of(
              "expected %s %s target, found %s target"
                  .formatted(demand.name(), position.relation(), String.join(" and ", relations)));
        }
      }
    }
    return List.of();
  }

  /// Whether nothing is wrong.
  public boolean correct() {
    return missing.isEmpty();
  }
}
