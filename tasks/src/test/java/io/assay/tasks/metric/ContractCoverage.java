package io.assay.tasks.metric;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which metrics no test holds to [MetricContract].
public final class ContractCoverage {

  private ContractCoverage() {}

  /// Those of a package and what is inside, but for those that ask judges.
  public static List<String> missing(String inPackage) {
    Set<String> kept =
        new ClassFileImporter()
            .importPackages(inPackage).stream()
                .filter(each -> each.isAssignableTo(MetricContract.class))
                .filter(each -> !each.isInterface())
                .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(ContractCoverage::metric)
                .collect(Collectors.toSet());
    return Metrics.all().stream()
        .filter(factory -> factory.getClass().getPackageName().startsWith(inPackage))
        .filter(factory -> factory.asks() == Asks.NOTHING)
        .map(factory -> factory.info().name())
        .filter(name -> !kept.contains(name))
        .toList();
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
