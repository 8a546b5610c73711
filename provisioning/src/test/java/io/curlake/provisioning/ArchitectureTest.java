package io.curlake.provisioning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "io.curlake.provisioning", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int CLASSES_OF_A_PACKAGE = 12;
    private static final String SDK = "software.amazon.awssdk..";

    /** A laptop without Spark provisions; the job that loads is another process. */
    @ArchTest
    static final ArchRule PROVISIONING_NEEDS_NO_SPARK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "io.delta..", "io.curlake.jobs..");

    @ArchTest
    static final ArchRule ONLY_THE_SIDE_THAT_FACES_AWS_SEES_ITS_SDK = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.curlake.provisioning.aws",
                    "io.curlake.provisioning.bucket",
                    "io.curlake.provisioning.catalog",
                    "io.curlake.provisioning.definition",
                    "io.curlake.provisioning.delivery",
                    "io.curlake.provisioning.organization",
                    "io.curlake.provisioning.step")
            .and()
            .doNotHaveFullyQualifiedName("io.curlake.provisioning.plan.SentJson")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SDK);

    /** What is known of policies is true without a call, and is tested without one. */
    @ArchTest
    static final ArchRule POLICIES_ARE_FREE_OF_CALLS = noClasses()
            .that()
            .resideInAPackage("io.curlake.provisioning.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SDK, "io.curlake.provisioning.step..", "io.curlake.provisioning.plan..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.curlake.provisioning.(*)..").should().beFreeOfCycles();

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

        assertThat(sizes).isEmpty();
    }
}
