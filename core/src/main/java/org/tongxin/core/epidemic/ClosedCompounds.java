package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Places;

/**
 * The compounds that are closed after a case, each by the rules that were in force when it was confirmed, and until when; they stay
 * closed for their days when such a rule ends before. Where several rules closed a compound, the strictest counts. One instance
 * belongs to one thread.
 */
final class ClosedCompounds {

    private final Places places;
    private final RuleGroup<Measure.CompoundLockdown> rules;
    private final Tally tally;
    /** First day on which a compound is open again, at rule * compounds + compound. */
    private final int[] closedUntil;
    /** Share of transmission that remains, at rule * layers + layer. */
    private final double[] remaining;

    private int lastUntil;

    ClosedCompounds(Places places, RuleGroup<Measure.CompoundLockdown> rules, Tally tally) {
        this.places = places;
        this.rules = rules;
        this.tally = tally;
        closedUntil = new int[rules.size() * places.compounds()];
        remaining = new double[rules.size() * Layer.COUNT];
    }

    /** Opens everything. */
    void clear() {
        Arrays.fill(closedUntil, 0);
        lastUntil = 0;
    }

    /** Makes the shares that remain. @param reach share of the work for which there are people */
    void build(double reach) {
        Arrays.fill(remaining, 1);
        for (int i = 0; i < rules.size(); i++) {
            int row = i * Layer.COUNT;
            rules.measure(i)
                    .remaining()
                    .forEach((layer, share) -> remaining[row + layer.ordinal()] = 1 - reach * (1 - share));
        }
    }

    /** Whether any may be closed on a day. */
    boolean any(int day) {
        return day < lastUntil;
    }

    /** The share of transmission that remains to an attempt: the same whether one of the two lives behind closed gates, or both. */
    double remaining(long attempt, int day) {
        int from = places.compoundOf(Attempt.source(attempt));
        int to = places.compoundOf(Attempt.target(attempt));
        double share = 1;
        for (int i = 0; i < rules.size(); i++) {
            int row = i * places.compounds();
            if (closedUntil[row + from] > day || closedUntil[row + to] > day) {
                share = Math.min(share, remaining[i * Layer.COUNT + Attempt.layer(attempt)]);
            }
        }
        return share;
    }

    /** Closes the compound of a case by each rule in force where it lives. */
    void close(int person, int community, int day) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.state(i).isActiveIn(community)) {
                close(i, places.compoundOf(person), community, day);
            }
        }
    }

    private void close(int rule, int compound, int community, int day) {
        int until = day + rules.measure(rule).days();
        int before = Math.max(day, until(compound));
        if (until > before) {
            int people = places.compoundStart(compound + 1) - places.compoundStart(compound);
            tally.extend(Tally.Stock.LOCKED, people, day, before, until);
            tally.heldIn(community, people, before, until);
            lastUntil = Math.max(lastUntil, until);
        }
        int at = rule * places.compounds() + compound;
        closedUntil[at] = Math.max(closedUntil[at], until);
    }

    private int until(int compound) {
        int until = 0;
        for (int i = 0; i < rules.size(); i++) {
            until = Math.max(until, closedUntil[i * places.compounds() + compound]);
        }
        return until;
    }
}
