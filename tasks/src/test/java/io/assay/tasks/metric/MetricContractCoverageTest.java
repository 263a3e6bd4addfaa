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

  /// Starts a program for each metric that is made; its mean is that of `expression`.
  private static final Set<String> ELSEWHERE = Set.of("command");

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

    assertThat(Metrics.all())
        .filteredOn(factory -> factory.asks() == Asks.NOTHING)
        .extracting(factory -> factory.info().name())
        .filteredOn(name -> !ELSEWHERE.contains(name))
        .isSubsetOf(kept);
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
      throw new AssertionError(test + " cannot be made", e);
    }
  }
}
