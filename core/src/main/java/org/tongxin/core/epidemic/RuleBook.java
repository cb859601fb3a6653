package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.List;
import org.tongxin.core.population.Places;

/**
 * The rules in force on a day, made into shares of transmission that remain. Measures that need staff hold as far as yesterday's
 * staff reached. One instance belongs to one thread.
 */
final class RuleBook {

    private final Places places;
    private final Response response;
    private final List<RuleState> rules;
    private final ClosedCompounds closed;
    private final Tally tally;
    private final int history;
    private final boolean[] placed = new boolean[Layer.COUNT];
    private final double[] everywhere = new double[Layer.COUNT];
    /** At layer * communities + community. */
    private final double[] inCommunity;
    /** The same as far as people are restricted by it. */
    private final double[] freeEverywhere = new double[Layer.COUNT];

    private final double[] freeInCommunity;
    /** Share of contacts with other communities that remains. */
    private final double[] crossing;

    /** Whether the ways of a community are to be checked, with staff or without. */
    private final boolean[] checked;

    private boolean limitsCrossing;
    private boolean limitsContacts;
    private boolean limitedByPlace;
    /** People restricted by measures for everybody, by community and in all, since the rules last changed. */
    private final double[] limitedIn;

    private double limitedPeople;
    private int limitedDays;
    private double reach = 1;

    RuleBook(Model model, List<RuleState> rules, Tally tally) {
        places = model.population().places();
        response = model.response();
        this.rules = rules;
        this.tally = tally;
        history = model.history();
        inCommunity = new double[Layer.COUNT * places.communities()];
        freeInCommunity = new double[inCommunity.length];
        crossing = new double[places.communities()];
        checked = new boolean[places.communities()];
        limitedIn = new double[places.communities()];
        closed = new ClosedCompounds(places, of(Measure.CompoundLockdown.class), tally);
    }

    static List<RuleState> states(Model model, int[] streetOfCommunity, int days) {
        Places places = model.population().places();
        int history = model.history();
        return model.response().rules().stream()
                .map(rule -> new RuleState(rule, places, streetOfCommunity, history, days))
                .toList();
    }

    void clear() {
        rules.forEach(RuleState::clear);
        closed.clear();
        reach = 1;
        limitedDays = 0;
        build();
    }

    /** Starts and stops rules and makes the shares of the day; gives the rules that were started today somewhere. */
    boolean open(int day) {
        boolean changed = false;
        for (RuleState each : rules) {
            changed |= each.decide(day, tally);
        }
        double reachToday = reach(day);
        if (changed || reachToday != reach) {
            close();
            reach = reachToday;
            build();
        }
        countWork(day);
        return changed;
    }

    /** The share of yesterday's work for which there were people. */
    private double reach(int day) {
        if (day == 0) {
            return 1;
        }
        return Math.min(
                enough(response.capacity().staff(), tally.staff[day - 1]),
                enough(response.capacity().volunteers(), tally.volunteers[day - 1]));
    }

    private static double enough(int there, double needed) {
        return needed <= there ? 1 : there / needed;
    }

    private void build() {
        Arrays.fill(everywhere, 1);
        Arrays.fill(inCommunity, 1);
        Arrays.fill(freeEverywhere, 1);
        Arrays.fill(freeInCommunity, 1);
        Arrays.fill(crossing, 1);
        Arrays.fill(checked, false);
        Arrays.fill(placed, false);
        limitsCrossing = false;
        limitsContacts = false;
        limitedByPlace = false;
        rules.forEach(this::apply);
        closed.build(reach);
        limitPeople();
    }

    private void apply(RuleState state) {
        switch (state.rule.measure()) {
            case Measure.ContactLimit limit ->
                limit.remaining().forEach((layer, share) -> {
                    limit(state, layer.ordinal(), share);
                    restrict(state, layer.ordinal(), share);
                });
            case Measure.Masks masks -> {
                for (int layer = Layer.HOUSEHOLD.ordinal() + 1; layer < Layer.COUNT; layer++) {
                    limit(state, layer, masks.remaining());
                }
            }
            case Measure.MovementLimit limit -> limitCrossing(state, reached(limit.remaining()));
            default -> {
                // Acts on single people, in CaseWork, or on their compounds.
            }
        }
    }

    private double reached(double remaining) {
        return 1 - reach * (1 - remaining);
    }

    private void limit(RuleState state, int layer, double share) {
        boolean here = state.isActive() && !state.isEverywhere();
        placed[layer] |= here;
        limitedByPlace |= here;
        multiply(state, layer, share, everywhere, inCommunity);
    }

    /** What people may do themselves, in contrast to what passes when they meet. */
    private void restrict(RuleState state, int layer, double share) {
        limitsContacts |= state.isActive();
        multiply(state, layer, share, freeEverywhere, freeInCommunity);
    }

    private void multiply(RuleState state, int layer, double share, double[] ofAll, double[] ofCommunity) {
        if (state.isActive() && state.isEverywhere()) {
            ofAll[layer] *= share;
        } else if (state.isActive()) {
            for (int community = 0; community < crossing.length; community++) {
                if (state.isActiveIn(community)) {
                    ofCommunity[layer * crossing.length + community] *= share;
                }
            }
        }
    }

    private void limitCrossing(RuleState state, double share) {
        limitsCrossing |= state.isActive();
        for (int community = 0; community < crossing.length; community++) {
            if (state.isActiveIn(community)) {
                crossing[community] *= share;
                checked[community] = true;
            }
        }
    }

    private void countWork(int day) {
        if (limitsCrossing) {
            for (boolean each : checked) {
                tally.add(Tally.Count.CHECKPOINTS, day, each ? 1 : 0);
            }
        }
        tally.limited[day] = limitedPeople;
        limitedDays += day > history ? 1 : 0;
    }

    /** Enters the days since the rules last changed, community by community. */
    void close() {
        for (int community = 0; community < crossing.length && limitedDays > 0; community++) {
            tally.limitedIn[community] += limitedIn[community] * limitedDays;
        }
        limitedDays = 0;
    }

    private void limitPeople() {
        limitedPeople = 0;
        for (int community = 0; community < crossing.length; community++) {
            limitedIn[community] = limitsContacts || limitsCrossing
                    ? places.communitySize(community) * (1 - meanRemaining(community))
                    : 0;
            limitedPeople += limitedIn[community];
        }
    }

    /**
     * Mean over the layers outside the home, which weigh the same. All contacts but those with neighbours are taken to lead
     * through the checked ways: an assumption that makes checkpoints restrict rather too much than too little.
     */
    private double meanRemaining(int community) {
        double sum = 0;
        for (int layer = 1; layer < Layer.COUNT; layer++) {
            double share = freeEverywhere[layer] * freeInCommunity[layer * crossing.length + community];
            sum += layer == Layer.COMMUNITY.ordinal() ? share : share * crossing[community];
        }
        return sum / (Layer.COUNT - 1);
    }

    /** Whether measures for everybody may leave less than all of a layer's transmission to somebody. */
    boolean mayLimit(int layer, int day) {
        return everywhere[layer] != 1 || placed[layer] || limitsCrossing && layer != 0 || closed.any(day);
    }

    /** Whether what measures for everybody leave depends on the communities of the two people. */
    boolean differByPlace() {
        return limitsCrossing || limitedByPlace;
    }

    /**
     * The share of transmission that measures for everybody leave to an attempt.
     *
     * @param from community of the source; any number unless {@link #differByPlace}
     * @param to community of the target; likewise
     */
    double remaining(long attempt, int from, int to, int day) {
        int layer = Attempt.layer(attempt);
        double share = everywhere[layer];
        if (placed[layer] || limitsCrossing && layer != 0) {
            share *= between(layer, from, to);
        }
        return closed.any(day) ? share * closed.remaining(attempt, day) : share;
    }

    private double between(int layer, int from, int to) {
        double share = 1;
        if (placed[layer]) {
            int row = layer * crossing.length;
            share = Math.min(inCommunity[row + from], inCommunity[row + to]);
        }
        return limitsCrossing && from != to && layer != 0 ? share * Math.min(crossing[from], crossing[to]) : share;
    }

    /** Closes the compound of a case where a rule says so. */
    void closeCompound(int person, int community, int day) {
        closed.close(person, community, day);
    }

    /** The rules of a kind of measure. */
    <M extends Measure> RuleGroup<M> of(Class<M> kind) {
        return RuleGroup.of(kind, rules);
    }

    /** Share of the people held who can be looked after, of yesterday. */
    double reach() {
        return reach;
    }
}
