package org.tongxin.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days looked at.
 *
 * @param from first day
 * @param to last day, inclusive
 */
record Period(LocalDate from, LocalDate to) {

    private static final int MOST_DAYS = 100_000;

    Period {
        if (to.isBefore(from)) {
            throw new BadInput(
                    "The period from " + from + " to " + to + " ends before it begins. Exchange --from and --to.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new BadInput("The period from " + from + " to " + to + " is longer than " + MOST_DAYS
                    + " days. Check the years of --from and --to.");
        }
    }

    int days() {
        return 1 + (int) ChronoUnit.DAYS.between(from, to);
    }

    /** Day of the period from 0; negative or beyond it when the date lies outside. */
    int dayOf(LocalDate date) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(from, date), -1L, (long) days());
    }

    LocalDate dateOf(int day) {
        return from.plusDays(day);
    }
}
