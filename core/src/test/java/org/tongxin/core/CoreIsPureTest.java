package org.tongxin.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "org.tongxin.core", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreIsPureTest {

    private static final Set<String> CLOCK_CALLS = Set.of("currentTimeMillis", "nanoTime", "now");

    @ArchTest
    static final ArchRule itKnowsTheJdkJspecifyAndItselfOnly = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "org.tongxin.core.."));

    @ArchTest
    static final ArchRule itReadsAndWritesNothing = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql.."));

    @ArchTest
    static final ArchRule itHasNoClock = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .accessTargetWhere(describe(
                    "asks for the time",
                    (JavaAccess<?> access) -> CLOCK_CALLS.contains(access.getName())
                            && access.getTargetOwner().getPackageName().startsWith("java.")))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule itHasNoChanceOfItsOwn = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Random.class, SecureRandom.class, ThreadLocalRandom.class, SplittableRandom.class, UUID.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule itsPackagesHaveNoCycles =
            slices().matching("org.tongxin.core.(*)..").should().beFreeOfCycles();
}
