package org.tongxin.app.organisation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.app.organisation.EditionChange.Kind;
import org.tongxin.app.organisation.UnitName;
import org.tongxin.app.platform.Outcome;

/** The editions of 2019 and 2023 of three districts against their differences computed elsewhere. */
class EditionComparisonTest {

    private static byte[] file(String name) throws IOException {
        try (InputStream in = EditionComparisonTest.class.getResourceAsStream("/editions/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static List<EditionComparison.Difference> differences(String district) throws IOException {
        return EditionComparison.compare(
                EditionFile.read(file("units-2019.csv"), district).orThrow(),
                EditionFile.read(file("units-2023.csv"), district).orThrow());
    }

    private static Stream<String[]> expected(String district) throws IOException {
        return new String(file("changes.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].startsWith(district));
    }

    @ParameterizedTest
    @ValueSource(strings = {"310115", "420111", "440306"})
    void theDifferencesAreThoseComputedElsewhere(String district) throws IOException {
        List<String> expected = expected(district)
                .map(row -> switch (row[1]) {
                    case "renamed" -> "RENAMED " + row[0] + " " + row[2] + " " + row[3];
                    case "added_or_recoded" -> "ADDED " + row[0] + "  " + row[3];
                    default -> "ENDED " + row[0] + " " + row[2] + " " + row[2];
                })
                .toList();
        assertThat(differences(district))
                .extracting(difference -> difference.kind() + " "
                        + difference.unit().code() + " " + difference.former() + " "
                        + difference.unit().name())
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSizeGreaterThan(8);
    }

    @Test
    void onlyAUnitOfTheSameNameUnderTheSameParentIsPutForward() {
        List<UnitName> before = List.of(
                unit("990100", "东临区"), unit("990100001", "柳荫街道"), unit("990100001001", "一"), unit("990100001002", "二"));
        List<UnitName> after = List.of(
                unit("990100", "东临区"),
                unit("990100001", "柳荫街道"),
                unit("990100001011", "一"),
                unit("990100002", "梅溪镇"),
                unit("990100002002", "二"));
        assertThat(EditionComparison.compare(before, after))
                .filteredOn(difference -> difference.kind() == Kind.ENDED)
                .extracting(EditionComparison.Difference::goesOn)
                .containsExactly(Optional.of("990100001011"), Optional.empty());
    }

    @Test
    void aRowThatCannotBeReadRefusesTheFile() {
        String head = "code,name\n990100000000,东临区\n";
        assertThat(refusal("a,b\n1,2\n")).isEqualTo("U-001");
        assertThat(refusal(head + "99010000100X,柳荫街道\n")).isEqualTo("U-002");
        assertThat(refusal(head + "990100001001,没有上级\n")).isEqualTo("U-002");
        assertThat(refusal(head + "990100001000,柳荫街道\n990100001000,柳荫街道\n")).isEqualTo("U-002");
        assertThat(refusal(head + "990100001000,\n")).isEqualTo("U-002");
        assertThat(refusal("code,name\n310115000000,浦东新区\n")).isEqualTo("U-003");
        assertThat(refusal("")).isEqualTo("B-010");
    }

    private static String refusal(String text) {
        Outcome<List<UnitName>> read = EditionFile.read(text.getBytes(StandardCharsets.UTF_8), "990100");
        return read instanceof Outcome.Refused<List<UnitName>> refused
                ? refused.refusal().code()
                : "none";
    }

    private static UnitName unit(String code, String name) {
        return new UnitName(code, name, "");
    }
}
