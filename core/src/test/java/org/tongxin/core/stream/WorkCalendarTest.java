package org.tongxin.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = ChineseHolidays.calendar();

    @Test
    void aSaturdayThatMakesUpForAHolidayIsWorked() {
        assertThat(CALENDAR.kind(LocalDate.of(2022, 4, 2))).isEqualTo(DayKind.MAKE_UP);
        assertThat(CALENDAR.kind(LocalDate.of(2022, 4, 4))).isEqualTo(DayKind.HOLIDAY);
        assertThat(CALENDAR.kind(LocalDate.of(2022, 4, 9))).isEqualTo(DayKind.WEEKEND);
        assertThat(CALENDAR.kind(LocalDate.of(2022, 4, 6))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void everyMakeUpDayOfEveryKnownYearIsASaturdayOrSunday() {
        for (LocalDate day = LocalDate.of(2019, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            if (CALENDAR.kind(day) == DayKind.MAKE_UP) {
                assertThat(day.getDayOfWeek()).as("%s", day).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
        }
    }

    @Test
    void everyYearHasElevenOrMoreDaysOff() {
        for (int year = 2019; year <= 2026; year++) {
            int off = 0;
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                off += CALENDAR.kind(day) == DayKind.HOLIDAY ? 1 : 0;
            }
            assertThat(CALENDAR.knows(year)).isTrue();
            assertThat(off).as("year %d", year).isBetween(22, 34);
        }
    }

    @Test
    void theSpringFestivalMoves() {
        assertThat(CALENDAR.springFestivalSeason(LocalDate.of(2022, 2, 1))).isTrue();
        assertThat(CALENDAR.springFestivalSeason(LocalDate.of(2023, 2, 1))).isTrue();
        assertThat(CALENDAR.springFestivalSeason(LocalDate.of(2023, 2, 10))).isFalse();
        assertThat(CALENDAR.springFestivalSeason(LocalDate.of(2028, 1, 26))).isTrue();
    }

    @Test
    void aYearWithoutNoticeHasWeekdaysOnly() {
        assertThat(CALENDAR.knows(2031)).isFalse();
        assertThat(CALENDAR.knows(2018))
                .as("two days off at its end belong to the notice of 2019")
                .isFalse();
        assertThat(CALENDAR.kind(LocalDate.of(2031, 10, 1))).isEqualTo(DayKind.WORKDAY);
    }
}
