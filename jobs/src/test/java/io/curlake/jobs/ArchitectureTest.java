package io.curlake.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "io.curlake.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int CLASSES_OF_A_PACKAGE = 12;

    /** Packages that have outgrown the limit. The list may only become shorter. */
    private static final Set<String> OUTGROWN = Set.of("io.curlake.jobs.cli", "io.curlake.jobs.export");

    @ArchTest
    static final ArchRule COMMANDS_CALL_USE_CASES_AND_THESE_THE_REST = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("io.curlake.jobs.cli..")
            .layer("alert")
            .definedBy("io.curlake.jobs.alert..")
            .layer("run")
            .definedBy("io.curlake.jobs.run..")
            .layer("billing")
            .definedBy(
                    "io.curlake.jobs.account..",
                    "io.curlake.jobs.cost..",
                    "io.curlake.jobs.discovery..",
                    "io.curlake.jobs.export..",
                    "io.curlake.jobs.finding..",
                    "io.curlake.jobs.gold..",
                    "io.curlake.jobs.insight..",
                    "io.curlake.jobs.lineitem..",
                    "io.curlake.jobs.reconciliation..",
                    "io.curlake.jobs.report..",
                    "io.curlake.jobs.restatement..",
                    "io.curlake.jobs.table..")
            .layer("sample")
            .definedBy("io.curlake.jobs.sample..")
            .layer("storage")
            .definedBy("io.curlake.jobs.storage..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("alert")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("alert", "cli")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("storage")
            .mayNotAccessAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.curlake.jobs.(*)..").should().beFreeOfCycles();

    /** An interface of Delta takes and gives Hadoop's paths. */
    @ArchTest
    static final ArchRule ONLY_STORAGE_SEES_FILE_SYSTEMS = noClasses()
            .that()
            .resideOutsideOfPackage("io.curlake.jobs.storage..")
            .and()
            .doNotHaveFullyQualifiedName("io.curlake.jobs.table.ConditionalLogStore")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop.fs..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_AND_DISCOVERY_CALL_AWS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.curlake.jobs.storage..",
                    "io.curlake.jobs.discovery.collect..",
                    "io.curlake.jobs.discovery.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule ONLY_TABLE_SEES_DELTA = noClasses()
            .that()
            .resideOutsideOfPackage("io.curlake.jobs.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

    @ArchTest
    static final ArchRule WHAT_IS_BETWEEN_TABLES_IS_PURE_FUNCTIONS = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.curlake.jobs.cost..",
                    "io.curlake.jobs.gold..",
                    "io.curlake.jobs.insight..",
                    "io.curlake.jobs.lineitem..",
                    "io.curlake.jobs.restatement..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("SparkSession");

    @ArchTest
    static final ArchRule A_REPORT_IS_MADE_OF_RECORDS = noClasses()
            .that()
            .resideInAPackage("io.curlake.jobs.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.curlake.jobs.storage..", "io.curlake.jobs.table..");

    @ArchTest
    static final ArchRule THE_SAMPLE_KNOWS_ITS_TRUTH_WITHOUT_THE_JOB = noClasses()
            .that()
            .resideInAPackage("io.curlake.jobs.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.curlake.jobs.account..",
                    "io.curlake.jobs.cost..",
                    "io.curlake.jobs.export..",
                    "io.curlake.jobs.gold..",
                    "io.curlake.jobs.lineitem..",
                    "io.curlake.jobs.reconciliation..",
                    "io.curlake.jobs.restatement..",
                    "io.curlake.jobs.run..",
                    "io.curlake.jobs.table..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    @ArchTest
    static void aPackageHasAtMostTwelveClasses(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        sizes.values().removeIf(size -> size <= CLASSES_OF_A_PACKAGE);
        sizes.keySet().removeAll(OUTGROWN);

        assertThat(sizes).isEmpty();
    }
}
