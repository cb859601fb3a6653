package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Turns of Li Na and Zhao Min in the week that begins on Monday, 6 May 2030. */
class DutyRestTest {

    private static final LocalDate MONDAY = LocalDate.of(2030, 5, 6);
    private static final DutyRules RULES = new DutyRules(Duration.ofHours(11), 5);

    private static DutyTurn turn(int day, int from, int hours) {
        LocalDateTime starts = MONDAY.plusDays(day).atTime(LocalTime.of(from, 0));
        return new DutyTurn(MONDAY.plusDays(day), starts, starts.plusHours(hours));
    }

    private static Optional<DutyHindrance> find(DutyTurn wanted, DutyTurn... others) {
        return DutyRest.find(wanted, List.of(others), RULES);
    }

    private static DutyHindrance hindrance(DutyHindrance.Kind kind, DutyTurn other, long value) {
        return new DutyHindrance(kind, other, value);
    }

    @Test
    void elevenHoursOfRestAreEnoughAndTenAreNotWhicheverTurnCameFirst() {
        DutyTurn late = turn(0, 13, 8);
        assertThat(find(turn(1, 8, 12), late)).isEmpty();
        assertThat(find(turn(1, 7, 8), late)).contains(hindrance(DutyHindrance.Kind.SHORT_REST, late, 600));
        DutyTurn early = turn(1, 7, 8);
        assertThat(find(late, early)).contains(hindrance(DutyHindrance.Kind.SHORT_REST, early, 600));
    }

    @Test
    void noMorningFollowsANightHoweverLongTheRest() {
        DutyTurn night = turn(0, 14, 11);
        assertThat(night.isNight()).isTrue();
        DutyRules noRest = new DutyRules(Duration.ZERO, 5);
        assertThat(DutyRest.find(turn(1, 11, 8), List.of(night), noRest))
                .contains(hindrance(DutyHindrance.Kind.MORNING_AFTER_NIGHT, night, 600));
        assertThat(DutyRest.find(turn(1, 12, 8), List.of(night), noRest)).isEmpty();
        assertThat(turn(0, 12, 12).isNight()).as("until midnight").isFalse();
    }

    @Test
    void oneTurnADayAndFiveAWeekFromMondayToSunday() {
        DutyTurn other = turn(2, 15, 4);
        assertThat(find(turn(2, 8, 4), other)).contains(hindrance(DutyHindrance.Kind.SAME_DAY, other, 0));
        List<DutyTurn> week = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            week.add(turn(day, 8, 12));
        }
        assertThat(DutyRest.find(turn(6, 8, 12), week, RULES))
                .contains(hindrance(DutyHindrance.Kind.FULL_WEEK, week.getLast(), 5));
        assertThat(DutyRest.find(turn(7, 8, 12), week, RULES)).as("next week").isEmpty();
        assertThat(DutyRest.find(turn(-1, 8, 12), week, RULES))
                .as("week before")
                .isEmpty();
    }

    @Property(tries = 300, seed = "8111")
    void aRuleOfTwoTurnsHoldsWhicheverIsAskedFor(
            @ForAll @IntRange(max = 3) int dayA,
            @ForAll @IntRange(max = 23) int fromA,
            @ForAll @IntRange(min = 1, max = 14) int hoursA,
            @ForAll @IntRange(max = 3) int dayB,
            @ForAll @IntRange(max = 23) int fromB,
            @ForAll @IntRange(min = 1, max = 14) int hoursB) {
        DutyTurn a = turn(dayA, fromA, hoursA);
        DutyTurn b = turn(dayB, fromB, hoursB);
        assertThat(find(a, b).map(DutyHindrance::kind)).isEqualTo(find(b, a).map(DutyHindrance::kind));
    }

    @Test
    void aTurnIsHandedOnOnlyToWhoMayTakeIt() {
        DutyTurn tuesday = turn(1, 8, 12);
        assertThat(DutySwap.check(tuesday, List.of(turn(3, 8, 12)), RULES)).isEmpty();
        DutyTurn own = turn(1, 14, 4);
        assertThat(DutySwap.check(tuesday, List.of(own), RULES))
                .contains(new DutySwap.Obstacle(DutySwap.Side.TAKER, hindrance(DutyHindrance.Kind.SAME_DAY, own, 0)));
    }

    @Test
    void anExchangeTakesBothTurnsAwayBeforeItGivesThem() {
        DutyTurn tuesday = turn(1, 8, 12);
        DutyTurn alsoTuesday = turn(1, 12, 8);
        assertThat(DutySwap.check(tuesday, alsoTuesday, List.of(tuesday), List.of(alsoTuesday), RULES))
                .as("two posts of one day")
                .isEmpty();
        DutyTurn night = turn(3, 20, 10);
        DutyTurn friday = turn(4, 8, 12);
        assertThat(DutySwap.check(tuesday, friday, List.of(tuesday, night), List.of(friday), RULES))
                .contains(new DutySwap.Obstacle(
                        DutySwap.Side.GIVER, hindrance(DutyHindrance.Kind.MORNING_AFTER_NIGHT, night, 120)));
        assertThatThrownBy(() -> DutySwap.check(tuesday, friday, List.of(), List.of(friday), RULES))
                .hasMessageContaining("2030-05-07")
                .hasMessageContaining("owner's 0");
    }

    @Test
    void turnsAndRulesOutsideTheirRangesAreRefused() {
        LocalDateTime noon = MONDAY.atTime(12, 0);
        assertThatThrownBy(() -> new DutyTurn(MONDAY, noon, noon)).hasMessageContaining("end after it starts");
        assertThatThrownBy(() -> new DutyTurn(MONDAY.plusDays(1), noon, noon.plusHours(1)))
                .hasMessageContaining("must start on that day");
        assertThatThrownBy(() -> new DutyRules(Duration.ofHours(25), 5)).hasMessageContaining("PT25H");
        assertThatThrownBy(() -> new DutyRules(Duration.ZERO, 8)).hasMessageContaining("(8)");
    }

    @Test
    void theRestIsSaidInHours() {
        assertThat(new DutyRules(Duration.ofHours(11), 5).hoursOfRest()).hasToString("11");
        assertThat(new DutyRules(Duration.ofHours(10), 5).hoursOfRest()).hasToString("10");
        assertThat(new DutyRules(Duration.ofMinutes(690), 5).hoursOfRest()).hasToString("11.5");
        assertThat(new DutyRules(Duration.ofMinutes(440), 5).hoursOfRest()).hasToString("7.33");
        assertThat(new DutyRules(Duration.ZERO, 5).hoursOfRest()).hasToString("0");
    }
}
