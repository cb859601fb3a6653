package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Population;

/**
 * What a run knows of each person: three bits, small enough to stay near the processor, that say whether infected, confirmed, ever
 * restricted; and, only valid when the bit says so, the day of infection, and kind and end of the latest restriction. One
 * instance belongs to one thread.
 */
final class Register {

    /** Days that can be told apart; day 0 is the first. */
    static final int MOST_DAYS = 2046;

    private static final int UNTIL_BITS = 0x7ff;
    private static final int KIND_SHIFT = 11;

    private final int people;
    private final long[] infected;
    private final long[] confirmed;
    private final long[] restricted;
    private final short[] infectedOn;
    private final short[] restriction;

    private int[] inOrder = new int[1024];
    private int count;

    Register(Population population) {
        people = population.size();
        infected = new long[(people >>> 6) + 1];
        confirmed = new long[infected.length];
        restricted = new long[infected.length];
        infectedOn = new short[people];
        restriction = new short[people];
    }

    /** Makes everybody susceptible, unknown and free. */
    void clear() {
        Arrays.fill(infected, 0);
        Arrays.fill(confirmed, 0);
        Arrays.fill(restricted, 0);
        count = 0;
    }

    int size() {
        return people;
    }

    /** How many people were infected so far; {@link #infected(int)} names them in the order in which it happened. */
    int infected() {
        return count;
    }

    int infected(int i) {
        return inOrder[i];
    }

    boolean isSusceptible(int person) {
        return (infected[person >>> 6] & 1L << person) == 0;
    }

    /** 1 when the person can still be infected, else 0. */
    int susceptible(int person) {
        return (int) (~infected[person >>> 6] >>> person) & 1;
    }

    /** Day of infection of somebody who is not susceptible. */
    int infectedOn(int person) {
        return infectedOn[person];
    }

    boolean isConfirmed(int person) {
        return (confirmed[person >>> 6] & 1L << person) != 0;
    }

    /** 1 when the person is known as a case, else 0. */
    int confirmed(int person) {
        return (int) (confirmed[person >>> 6] >>> person) & 1;
    }

    /** 1 when the person was restricted in this run, perhaps no longer, else 0. */
    int everRestricted(int person) {
        return (int) (restricted[person >>> 6] >>> person) & 1;
    }

    /** Number of the restriction in force on a day, {@link Restriction}'s ordinal; 0 for none. */
    int restriction(int person, int day) {
        return day < restrictedUntil(person) ? restriction[person] >>> KIND_SHIFT : 0;
    }

    /** First day on which the person is free again; 0 for who was never restricted. */
    int restrictedUntil(int person) {
        return everRestricted(person) == 0 ? 0 : restriction[person] & UNTIL_BITS;
    }

    void infect(int person, int day) {
        mark(person, 1);
        note(new int[] {person}, 0, 1, day);
    }

    /** Marks a person as infected with 1, and does nothing with 0; the day is to be noted with {@link #note} before anybody asks. */
    void mark(int person, int whether) {
        infected[person >>> 6] |= (long) whether << person;
    }

    /** Notes the day of people just infected. */
    void note(int[] who, int from, int to, int day) {
        if (count + to - from > inOrder.length) {
            inOrder = Arrays.copyOf(inOrder, Math.min(people, 2 * (count + to - from)));
        }
        System.arraycopy(who, from, inOrder, count, to - from);
        count += to - from;
        for (int i = from; i < to; i++) {
            infectedOn[who[i]] = (short) day;
        }
    }

    void confirm(int person) {
        confirmed[person >>> 6] |= 1L << person;
    }

    /** @param until first day on which the person is free again */
    void restrict(int person, int kind, int until) {
        restricted[person >>> 6] |= 1L << person;
        restriction[person] = (short) (kind << KIND_SHIFT | Math.min(until, MOST_DAYS));
    }

    long bytes() {
        return 4L * people + 24L * infected.length + 4L * inOrder.length;
    }
}
