package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A new metric is held to [MetricContract], streaming as batch included, or this fails.
class MetricContractCoverageTest {

  /// `command` starts a program for each metric that is made, and its mean is that of `expression`;
  /// `rtfx` judges how long a call took, which is no part of a case.
  private static final Set<String> ELSEWHERE = Set.of("command", "rtfx");

  @Test
  void everyMetricThatAsksNoJudgeHasATestThatKeepsTheContract() {
    Set<String> kept =
        new ClassFileImporter()
            .importPackages("io.assay.tasks").stream()
                .filter(each -> each.isAssignableTo(MetricContract.class))
                .filter(each -> !each.isInterface())
                .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(MetricContractCoverageTest::metric)
                .collect(Collectors.toSet());

    assertThat(
            Metrics.all().stream()
                .filter(factory -> factory.asks() == Asks.NOTHING)
                .map(factory -> factory.info().name())
                .filter(name -> !ELSEWHERE.contains(name) && !kept.contains(name)))
        .as("metrics without a test that implements MetricContract")
        .isEmpty();
  }

  private static String metric(JavaClass test) {
    var contract = (MetricContract) made(test.reflect());
    return Metrics.find(contract.spec().metric()).orElseThrow().info().name();
  }

  /// An inner class is made within its outer one.
  private static Object made(Class<?> test) {
    try {
      Constructor<?> constructor = test.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.getParameterCount() == 0
          ? constructor.newInstance()
          : constructor.newInstance(made(constructor.getParameterTypes()[0]));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(test + " cannot be made", e);
    }
  }
}
