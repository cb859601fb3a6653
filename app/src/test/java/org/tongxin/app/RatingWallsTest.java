package org.tongxin.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Areas are rated, never persons: nothing in the program can put people beside the rating of where they live. */
@AnalyzeClasses(packages = "org.tongxin", importOptions = ImportOption.DoNotIncludeTests.class)
class RatingWallsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Tables that hold people or accounts, or who stands where. */
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:from|join|into|update)\\s+(person|account|assignment|shift_unavailable|appointment|api_token)\\b");

    private static final Pattern RATINGS = Pattern.compile(
            "\\b(?:from|join|into|update)\\s+(area_rating|risk_index|rating_override|incident_rating|supervision)\\b");

    /** Figures of areas flow down into the index; a rating must not flow up to where people are chosen. */
    @ArchTest
    static final ArchRule whoIsSentWhereDependsOnNoRating = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.tongxin.app.dispatch..",
                    "org.tongxin.app.tasks..",
                    "org.tongxin.app.organisation..",
                    "org.tongxin.app.identity..",
                    "org.tongxin.core.allocation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tongxin.app.warning",
                    "org.tongxin.app.warning.risk..",
                    "org.tongxin.app.warning.internal..",
                    "org.tongxin.app.warning.web..",
                    "org.tongxin.app.supervision..",
                    "org.tongxin.core.rating..");

    @ArchTest
    static final ArchRule ratingsReadNoPerson = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.tongxin.app.warning..", "org.tongxin.app.supervision..", "org.tongxin.core.rating..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.tongxin.app.organisation.Person")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.tongxin.app.dispatch..");

    @Test
    void noClassReadsTablesOfPeopleAndTablesOfRatings() throws IOException {
        Map<String, List<String>> people = tables(PEOPLE);
        Map<String, List<String>> ratings = tables(RATINGS);

        assertThat(people).as("the scan finds the tables of people").isNotEmpty();
        assertThat(ratings).as("the scan finds the tables of ratings").hasSizeGreaterThan(4);
        assertThat(people.keySet()).doesNotContainAnyElementsOf(ratings.keySet());
    }

    @Test
    void noMigrationJoinsPeopleToRatings() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.sorted().toList()) {
                for (String statement : Files.readString(file).split(";")) {
                    boolean both = statement.matches("(?s).*\\b(person|assignment)\\b.*")
                            && statement.matches("(?s).*\\b(area_rating|risk_index)\\b.*")
                            && statement.matches("(?s).*\\b(references|view|join)\\b.*");
                    assertThat(both).as(file.getFileName() + ": " + statement).isFalse();
                }
            }
        }
    }

    /** Which sources read which of the tables; statements in Java are lower case. */
    private static Map<String, List<String>> tables(Pattern pattern) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
                while (matcher.find()) {
                    found.computeIfAbsent(SOURCES.relativize(file).toString(), each -> new ArrayList<>())
                            .add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
