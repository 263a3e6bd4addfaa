package io.assay.images;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.assay.images", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noFramework =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "io.vertx..");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.assay.images.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule algorithmsDoNotKnowTheirVectors =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.assay.images.vectors", "io.assay.images.picture")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.assay.tasks.vectors");
}
