package org.tongxin.core.epidemic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.population.Population;

/** The rules of one kind of measure, in the order of the policy. One instance belongs to one thread. */
final class RuleGroup<M extends Measure> {

    private final Population population;
    private final RuleState[] states;
    private final List<M> measures;

    private RuleGroup(Population population, List<RuleState> states, Class<M> kind) {
        this.population = population;
        this.states = states.toArray(RuleState[]::new);
        this.measures =
                states.stream().map(each -> kind.cast(each.rule.measure())).toList();
    }

    static <M extends Measure> RuleGroup<M> of(Class<M> kind, Population population, List<RuleState> all) {
        List<RuleState> states = all.stream()
                .filter(each -> kind.isInstance(each.rule.measure()))
                .toList();
        return new RuleGroup<>(population, states, kind);
    }

    boolean isEmpty() {
        return states.length == 0;
    }

    int size() {
        return states.length;
    }

    RuleState state(int i) {
        return states[i];
    }

    M measure(int i) {
        return measures.get(i);
    }

    /** The first in force where a person lives. */
    @Nullable M inForce(int person) {
        int i = indexInForce(person);
        return i < 0 ? null : measures.get(i);
    }

    /** Number of the first in force where a person lives; -1 for none. */
    int indexInForce(int person) {
        for (int i = 0; i < states.length; i++) {
            RuleState state = states[i];
            if (state.isActive() && (state.isEverywhere() || state.isActiveIn(population.community(person)))) {
                return i;
            }
        }
        return -1;
    }
}
