package org.tongxin.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the house that the compiler cannot see. */
@AnalyzeClasses(packages = "org.tongxin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Keys and closed logins run out in real time, whatever the replay's clock shows. */
    private static final Set<String> REAL_TIME = Set.of(
            "org.tongxin.app.exercises.ExerciseClock",
            "org.tongxin.app.identity.ApiTokens",
            "org.tongxin.app.identity.LoginAttempts");

    @ArchTest
    static final ArchRule controllersLiveInWebPackages = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(ControllerAdvice.class)
            .should()
            .resideInAPackage("org.tongxin.app..web..");

    @ArchTest
    static final ArchRule timeComesFromTheDistrictClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.tongxin.app.platform..")
            .and(describe(
                    "do not measure real time on purpose", (JavaClass type) -> !REAL_TIME.contains(outermost(type))))
            .should()
            .callMethodWhere(describe("asks the machine for the time", ArchitectureTest::asksForTheTime))
            .orShould()
            .callConstructor(Date.class);

    /** Passwords and keys need the machine's secure source, which is none of these classes. */
    @ArchTest
    static final ArchRule chanceIsKeyedBySeed = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(Random.class, long.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ThreadLocalRandom.class, SplittableRandom.class, RandomGenerator.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule coreKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("org.tongxin.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.tongxin.app..", "jakarta..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static boolean asksForTheTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.equals("java.time.Clock");
            default -> false;
        };
    }

    private static String outermost(JavaClass type) {
        return type.getFullName().split("\\$", 2)[0];
    }
}
