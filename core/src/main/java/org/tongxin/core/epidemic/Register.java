package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Population;

/**
 * What a run knows of each person, in 32 bits: day of infection, kind and end of a restriction, whether confirmed.
 * Only people who were touched are cleaned before the next run. One instance belongs to one thread.
 */
final class Register {

    /** Days that can be told apart; day 0 is the first. */
    static final int MOST_DAYS = 2046;

    private static final int INFECTED_BITS = 0x7ff;
    private static final int UNTIL_SHIFT = 11;
    private static final int KIND_SHIFT = 22;
    private static final int KIND_BITS = 0xf;
    private static final int RESTRICTION_BITS = INFECTED_BITS << UNTIL_SHIFT | KIND_BITS << KIND_SHIFT;
    private static final int CONFIRMED = 1 << 30;

    private final int[] status;
    /** One bit for each person, set by infection: small enough to stay near the processor. */
    private final long[] infected;

    /** One bit for each person who was ever restricted in this run. */
    private final long[] restricted;

    private int[] touched = new int[1024];
    private int touchedCount;

    Register(Population population) {
        status = new int[population.size()];
        infected = new long[(status.length >>> 6) + 1];
        restricted = new long[infected.length];
    }

    /** Makes everybody susceptible and free. */
    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            status[touched[i]] = 0;
            infected[touched[i] >>> 6] = 0;
            restricted[touched[i] >>> 6] = 0;
        }
        touchedCount = 0;
    }

    int size() {
        return status.length;
    }

    /** How many people were touched so far; {@link #touched(int)} names them in the order in which it happened. */
    int touched() {
        return touchedCount;
    }

    int touched(int i) {
        return touched[i];
    }

    int of(int person) {
        return status[person];
    }

    boolean isSusceptible(int person) {
        return (infected[person >>> 6] & 1L << person) == 0;
    }

    /** 1 when the person can still be infected, else 0. */
    int susceptible(int person) {
        return (int) (~infected[person >>> 6] >>> person) & 1;
    }

    /** Day of infection of somebody who is not susceptible. */
    static int infectedOn(int status) {
        return (status & INFECTED_BITS) - 1;
    }

    static boolean isConfirmed(int status) {
        return (status & CONFIRMED) != 0;
    }

    /** Number of the restriction in force on a day, {@link Restriction}'s ordinal; 0 for none. */
    static int restriction(int status, int day) {
        return day < (status >>> UNTIL_SHIFT & INFECTED_BITS) ? status >>> KIND_SHIFT & KIND_BITS : 0;
    }

    /** First day on which the person is free again. */
    static int restrictedUntil(int status) {
        return status >>> UNTIL_SHIFT & INFECTED_BITS;
    }

    /** Whether the person was restricted in this run, perhaps no longer. */
    boolean wasRestricted(int person) {
        return (restricted[person >>> 6] & 1L << person) != 0;
    }

    void infect(int person, int day) {
        write(person, status[person] | day + 1);
        infected[person >>> 6] |= 1L << person;
    }

    void confirm(int person) {
        write(person, status[person] | CONFIRMED);
    }

    /** @param until first day on which the person is free again */
    void restrict(int person, int restriction, int until) {
        restricted[person >>> 6] |= 1L << person;
        write(
                person,
                status[person] & ~RESTRICTION_BITS
                        | restriction << KIND_SHIFT
                        | Math.min(until, MOST_DAYS) << UNTIL_SHIFT);
    }

    private void write(int person, int changed) {
        if (status[person] == 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, Math.min(2 * touchedCount, status.length));
            }
            touched[touchedCount++] = person;
        }
        status[person] = changed;
    }

    long bytes() {
        return 4L * status.length + 16L * infected.length + 4L * touched.length;
    }
}
