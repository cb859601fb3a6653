package org.tongxin.core.allocation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a person may take a turn beside those they have: one turn a day, no morning after a night, rest in between, a weekly
 * limit. A rule of two turns holds whichever of them was given first.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class DutyRest {

    private DutyRest() {}

    /**
     * What keeps somebody from a turn.
     *
     * @param others all turns of the same person from a day before the week of the wanted turn to a day after it
     * @return the gravest of what is broken, in the order of {@link DutyHindrance.Kind}; empty when nothing is
     */
    public static Optional<DutyHindrance> find(DutyTurn wanted, Collection<DutyTurn> others, DutyRules rules) {
        return others.stream()
                .map(other -> between(wanted, other, rules))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(DutyHindrance::kind)
                        .thenComparing(found -> found.other().starts()))
                .or(() -> fullWeek(wanted, others, rules));
    }

    /** What two turns of one person break. */
    private static Optional<DutyHindrance> between(DutyTurn one, DutyTurn other, DutyRules rules) {
        if (one.day().equals(other.day())) {
            return Optional.of(new DutyHindrance(DutyHindrance.Kind.SAME_DAY, other, 0));
        }
        DutyTurn first = one.day().isBefore(other.day()) ? one : other;
        DutyTurn second = first.equals(one) ? other : one;
        long rest = Duration.between(first.ends(), second.starts()).toMinutes();
        boolean follows = first.day().plusDays(1).equals(second.day());
        if (follows && first.isNight() && second.isMorning()) {
            return Optional.of(new DutyHindrance(DutyHindrance.Kind.MORNING_AFTER_NIGHT, other, rest));
        }
        return rest < rules.rest().toMinutes()
                ? Optional.of(new DutyHindrance(DutyHindrance.Kind.SHORT_REST, other, rest))
                : Optional.empty();
    }

    private static Optional<DutyHindrance> fullWeek(DutyTurn wanted, Collection<DutyTurn> others, DutyRules rules) {
        List<DutyTurn> week = others.stream()
                .filter(other -> monday(other.day()).equals(monday(wanted.day())))
                .sorted(Comparator.comparing(DutyTurn::starts))
                .toList();
        return week.size() < rules.turnsPerWeek()
                ? Optional.empty()
                : Optional.of(new DutyHindrance(DutyHindrance.Kind.FULL_WEEK, week.getLast(), week.size()));
    }

    /** The day on which the week of a day begins. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
