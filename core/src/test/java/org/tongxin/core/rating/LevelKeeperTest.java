package org.tongxin.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class LevelKeeperTest {

    private static final LevelKeeper KEEPER = new LevelKeeper(Thresholds.DEFAULT);
    private static final double NO_SIGNAL = Double.NaN;

    private static IndexResult index(double points) {
        return new IndexResult(
                (int) Math.round(points * 10), Thresholds.DEFAULT.levelOf(points), Optional.empty(), List.of(), 1);
    }

    private static LevelKeeper.State at(Level level) {
        return new LevelKeeper.State(level, Level.NONE, 0, 0);
    }

    private static LevelKeeper.State days(LevelKeeper.State state, double points, int days) {
        LevelKeeper.State now = state;
        for (int day = 0; day < days; day++) {
            now = KEEPER.next(now, index(points), NO_SIGNAL, 1);
        }
        return now;
    }

    @Test
    void oneHighDayRaisesNothingAndTwoDo() {
        assertThat(days(at(Level.NONE), 50, 1).level()).isEqualTo(Level.NONE);
        assertThat(days(at(Level.NONE), 50, 2).level()).isEqualTo(Level.YELLOW);
    }

    @Test
    void aSignalBeyondChanceRaisesAtOnce() {
        assertThat(KEEPER.next(at(Level.NONE), index(50), 0.0005, 1).level()).isEqualTo(Level.YELLOW);
    }

    @Test
    void twoHighDaysRaiseToTheLevelThatBothReached() {
        LevelKeeper.State first = KEEPER.next(at(Level.NONE), index(30), NO_SIGNAL, 1);
        assertThat(KEEPER.next(first, index(85), NO_SIGNAL, 1).level()).isEqualTo(Level.BLUE);
    }

    @Test
    void aLevelFallsOneStepAfterSevenDaysBelowItsExitLine() {
        assertThat(days(at(Level.ORANGE), 20, 6).level()).isEqualTo(Level.ORANGE);
        assertThat(days(at(Level.ORANGE), 20, 7).level()).isEqualTo(Level.YELLOW);
        assertThat(days(at(Level.RED), 20, 13).level()).isEqualTo(Level.RED);
        assertThat(days(at(Level.RED), 20, 14).level()).isEqualTo(Level.ORANGE);
    }

    @Test
    void betweenExitAndEntryItStays() {
        assertThat(days(at(Level.ORANGE), 60, 40).level()).isEqualTo(Level.ORANGE);
    }

    @Test
    void anIncompleteDayLowersNothing() {
        LevelKeeper.State nearly = days(at(Level.YELLOW), 10, 6);
        LevelKeeper.State incomplete = KEEPER.next(nearly, index(10), NO_SIGNAL, 0.5);
        assertThat(incomplete.level()).isEqualTo(Level.YELLOW);
        assertThat(KEEPER.next(incomplete, index(10), NO_SIGNAL, 1).level()).isEqualTo(Level.BLUE);
    }

    @Test
    void tooLittleDataHoldsTheLevel() {
        IndexResult unknown = new IndexResult(0, Level.INSUFFICIENT, Optional.empty(), List.of(), 0);
        assertThat(KEEPER.next(at(Level.ORANGE), unknown, NO_SIGNAL, 1).level()).isEqualTo(Level.ORANGE);
    }

    /** Target: fewer than one change in 30 quiet days, and never up, down and up within seven. */
    @Test
    void aQuietIndexDoesNotFlap() {
        KeyedRandom chance = new KeyedRandom(9);
        int changes = 0;
        for (int area = 0; area < 200; area++) {
            LevelKeeper.State state = at(Level.NONE);
            for (int day = 0; day < 30; day++) {
                LevelKeeper.State next = KEEPER.next(state, index(12 + 16 * chance.uniform(area, day)), NO_SIGNAL, 1);
                changes += next.level() != state.level() ? 1 : 0;
                state = next;
            }
        }
        assertThat(changes / 200.0).isLessThan(1);
    }

    @Test
    void theSecondHighReadingInARowCountsWhateverTheFirstRiseTook() {
        LevelKeeper.State state = KEEPER.next(at(Level.NONE), index(30), NO_SIGNAL, 1);
        state = KEEPER.next(state, index(85), NO_SIGNAL, 1);
        assertThat(state.level()).isEqualTo(Level.BLUE);
        assertThat(KEEPER.next(state, index(85), NO_SIGNAL, 1).level()).isEqualTo(Level.RED);
    }

    @Test
    void aRiseThatTooLittleDataInterruptsBeginsAnew() {
        LevelKeeper.State state = KEEPER.next(at(Level.NONE), index(50), NO_SIGNAL, 1);
        state = KEEPER.next(
                state, new IndexResult(0, Level.INSUFFICIENT, Optional.empty(), List.of(), 0), NO_SIGNAL, 1);
        state = KEEPER.next(state, index(50), NO_SIGNAL, 1);
        assertThat(state.level()).isEqualTo(Level.NONE);
        assertThat(KEEPER.next(state, index(50), NO_SIGNAL, 1).level()).isEqualTo(Level.YELLOW);
    }

    @Test
    void aFloorRuleRaisesAtOnceHoweverHighTheIndexStands() {
        FloorRule orange = new FloorRule("unexplainedLocalCase", 1, Level.ORANGE, "suggested value");
        for (Level byIndex : List.of(Level.INSUFFICIENT, Level.NONE, Level.ORANGE, Level.RED)) {
            IndexResult today = new IndexResult(0, byIndex, Optional.of(orange), List.of(), 1);
            assertThat(KEEPER.next(at(Level.NONE), today, NO_SIGNAL, 1).level())
                    .as("index at %s", byIndex)
                    .isEqualTo(Level.ORANGE);
        }
        IndexResult red = new IndexResult(850, Level.RED, Optional.of(orange), List.of(), 1);
        assertThat(KEEPER.next(KEEPER.next(at(Level.NONE), red, NO_SIGNAL, 1), red, NO_SIGNAL, 1)
                        .level())
                .isEqualTo(Level.RED);
    }

    @Test
    void aDayOfUnknownCompletenessLowersNothing() {
        LevelKeeper.State state = at(Level.YELLOW);
        for (int day = 0; day < 30; day++) {
            state = KEEPER.next(state, index(10), NO_SIGNAL, Double.NaN);
        }
        assertThat(state.level()).isEqualTo(Level.YELLOW);
    }

    @Test
    void aMarginWithWhichBlueCouldNeverBeLeftIsRefused() {
        assertThatThrownBy(() -> new Thresholds(25, 45, 65, 80, 25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("25.0");
    }
}
