package io.assay.tasks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.type.TaskType;
import io.assay.tasks.type.TaskTypes;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "io.assay.tasks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noFramework =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "org.eclipse.microprofile..",
              "org.apache.kafka..",
              "io.smallrye..",
              "io.vertx..");

  @ArchTest
  static final ArchRule ofJacksonOnlyTrees =
      noClasses()
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<>("are of Jackson, but no trees") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getPackageName().startsWith("com.fasterxml.jackson")
                      && !type.getPackageName().equals("com.fasterxml.jackson.databind.node")
                      && !type.getFullName().equals("com.fasterxml.jackson.databind.JsonNode");
                }
              });

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.assay.tasks.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void everyMetricIsListed(JavaClasses classes) {
    assertThat(names(Metrics.all())).isEqualTo(implementations(classes, MetricFactory.class));
  }

  @ArchTest
  static void everyTaskTypeIsListed(JavaClasses classes) {
    assertThat(names(TaskTypes.all())).isEqualTo(implementations(classes, TaskType.class));
  }

  private static Set<String> names(Collection<?> listed) {
    return listed.stream().map(each -> each.getClass().getName()).collect(Collectors.toSet());
  }

  private static Set<String> implementations(JavaClasses classes, Class<?> type) {
    return classes.stream()
        .filter(each -> each.isAssignableTo(type) && !each.isInterface())
        .map(JavaClass::getFullName)
        .collect(Collectors.toSet());
  }
}
