package org.tongxin.app.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongxin.app.replay.ReplaySettings;
import tools.jackson.databind.json.JsonMapper;

class PublicRecordTest {

    private static final PublicRecord RECORD =
            new PublicRecord(JsonMapper.builder().build());

    private static List<LocalDate> days(Predicate<LocalDate> wanted) {
        return ReplaySettings.FIRST_DAY
                .datesUntil(ReplaySettings.LAST_DAY.plusDays(1))
                .filter(wanted)
                .toList();
    }

    @Test
    void daysWithoutADistrictCountAreAbsentAndNeverZero() {
        List<LocalDate> missing = days(day -> RECORD.community(day).isEmpty());

        assertThat(missing).containsExactly(LocalDate.of(2022, 3, 18), LocalDate.of(2022, 3, 28));
        assertThat(missing).allSatisfy(day -> {
            assertThat(RECORD.quarantine(day)).isEmpty();
            assertThat(RECORD.conversions(day)).isEmpty();
        });
    }

    @Test
    void aDayWithoutANoticeIsAbsentForEveryStreet() {
        LocalDate missing = LocalDate.of(2022, 4, 2);

        assertThat(RECORD.noticeDays()).doesNotContain(missing);
        assertThat(streets())
                .allSatisfy(
                        street -> assertThat(RECORD.addresses(missing, street)).isEmpty());
        assertThat(RECORD.addresses(missing, "")).isEmpty();
    }

    @Test
    void theNoticesAppearedOnEveryOtherDayFromTheFirstToTheLast() {
        LocalDate first = RECORD.noticeDays().iterator().next();

        assertThat(days(day -> !day.isBefore(first) && !RECORD.noticeDays().contains(day)))
                .containsExactly(LocalDate.of(2022, 4, 2));
    }

    @Test
    void aStreetThatANoticeDoesNotNameHasANilReport() {
        List<OptionalInt> named = new ArrayList<>();
        for (LocalDate day : RECORD.noticeDays()) {
            for (String street : streets()) {
                named.add(RECORD.addresses(day, street));
            }
        }

        assertThat(named).allMatch(OptionalInt::isPresent).contains(OptionalInt.of(0));
        assertThat(RECORD.addresses(RECORD.noticeDays().iterator().next(), "310115998"))
                .hasValue(0);
    }

    @Test
    void conversionsAreNotAmongTheCommunityFinds() {
        int withConversions = 0;
        for (LocalDate day : days(day -> RECORD.community(day).isPresent())) {
            assertThat(RECORD.community(day).orElseThrow())
                    .as("%s", day)
                    .isEqualTo(read(day, "community_screening") + read(day, "community_other"));
            withConversions += RECORD.conversions(day).orElseThrow() > 0 ? 1 : 0;
        }

        assertThat(withConversions).isPositive();
    }

    @Test
    void everyStreetOfTheNoticesIsInTheCodeList() {
        assertThat(streets()).isNotEmpty().allMatch(street -> street.matches("310115\\d{3}"));
    }

    private static Set<String> streets() {
        return RECORD.units().stream()
                .filter(unit -> unit.code().endsWith("000") && !unit.code().endsWith("000000"))
                .map(unit -> unit.code().substring(0, 9))
                .collect(Collectors.toSet());
    }

    /** The file itself, read without the class under test. */
    private static int read(LocalDate day, String place) {
        try (var file = PublicRecordTest.class.getResourceAsStream("/data/pudong-2022/district-daily.csv")) {
            List<String[]> rows = new String(
                            java.util.Objects.requireNonNull(file).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .toList();
            List<String> head = List.of(rows.getFirst());
            return rows.stream()
                    .filter(row -> row[head.indexOf("date")].equals(day.toString())
                            && row[head.indexOf("found_in")].equals(place))
                    .mapToInt(row -> Integer.parseInt(row[head.indexOf("new_cases")]))
                    .sum();
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
