package io.curlake.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions between the modules; this one sees them all. */
@AnalyzeClasses(packages = "io.curlake", importOptions = DoNotIncludeTests.class)
class ModulesTest {
    private static final String[] SPARK_AND_HADOOP = {
        "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..", "io.delta..", "scala.."
    };

    @ArchTest
    static final ArchRule MODEL_IS_PURE_JAVA = noClasses()
            .that()
            .resideInAPackage("io.curlake.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPARK_AND_HADOOP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.curlake.jobs..",
                    "io.curlake.provisioning..",
                    "io.curlake.sandbox..",
                    "io.curlake.cli..",
                    "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule PROVISIONING_NEVER_SEES_SPARK_OR_THE_JOBS = noClasses()
            .that()
            .resideInAPackage("io.curlake.provisioning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SPARK_AND_HADOOP)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.curlake.jobs..", "io.curlake.sandbox..", "io.curlake.cli..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule JOBS_NEVER_SEE_PROVISIONING_OR_THE_SANDBOX = noClasses()
            .that()
            .resideInAPackage("io.curlake.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.curlake.provisioning..", "io.curlake.sandbox..", "io.curlake.cli..");

    @ArchTest
    static final ArchRule THE_SANDBOX_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.curlake.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.curlake.jobs..", "io.curlake.provisioning..", "io.curlake.model..", "io.curlake.cli..");
}
