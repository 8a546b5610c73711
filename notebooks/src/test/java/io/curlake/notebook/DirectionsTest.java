package io.curlake.notebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the notebooks show tables with reads tables, and knows no use case that writes. */
@AnalyzeClasses(packages = "io.curlake", importOptions = DoNotIncludeTests.class)
class DirectionsTest {
    @ArchTest
    static final ArchRule NOTEBOOKS_ONLY_OPEN_AND_READ = noClasses()
            .that()
            .resideInAPackage("io.curlake.notebook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.curlake.jobs.run..", "io.curlake.provisioning..", "io.curlake.sandbox..", "io.curlake.cli..");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_THE_NOTEBOOKS = noClasses()
            .that()
            .resideOutsideOfPackage("io.curlake.notebook..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.curlake.notebook..");
}
