package org.tongxin.core.epidemic;

/**
 * One line of a policy: what is done, where, from when to when. Starts on the morning after its trigger is met; stops when
 * the stop trigger is met, after {@code longestDays} at the latest, and may start again. Immutable.
 *
 * @param name for people
 * @param measure what is done
 * @param scope where
 * @param start when it starts
 * @param stop when it stops
 * @param longestDays days after which it ends in any case, 1 or more: no measure is without end
 */
public record Rule(String name, Measure measure, Scope scope, Trigger start, Trigger stop, int longestDays) {

    /**
     * Checks the triggers.
     *
     * @throws IllegalArgumentException when the rule has no end, a start that is told by its own length, or a dose that comes after
     *     its end
     */
    public Rule {
        if (longestDays < 1 || longestDays > Register.MOST_DAYS) {
            throw new IllegalArgumentException("The rule “" + name + "” must have an end: its longest duration ("
                    + longestDays + " days) must lie in 1.." + Register.MOST_DAYS + ".");
        }
        if (start instanceof Trigger.AfterDays) {
            throw new IllegalArgumentException("The rule “" + name
                    + "” cannot start a number of days after its own start; name a day or a number of cases.");
        }
        if (measure instanceof Measure.Vaccination vaccination
                && vaccination.doses().getLast().afterDays() >= longestDays) {
            throw new IllegalArgumentException("The last dose of the rule “" + name + "” protects after "
                    + vaccination.doses().getLast().afterDays() + " days, but the rule ends after " + longestDays
                    + ", so that it would protect nobody; let the rule last longer.");
        }
    }

    /** In the whole district from one day to another, both included. */
    public static Rule between(String name, Measure measure, int firstDay, int lastDay) {
        if (lastDay < firstDay) {
            throw new IllegalArgumentException(
                    "The rule “" + name + "” ends on day " + lastDay + ", before it starts on day " + firstDay + ".");
        }
        return new Rule(
                name,
                measure,
                new Scope.District(),
                new Trigger.OnDay(firstDay),
                new Trigger.OnDay(lastDay + 1),
                lastDay - firstDay + 1);
    }
}
