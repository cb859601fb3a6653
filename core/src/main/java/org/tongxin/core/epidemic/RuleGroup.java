package org.tongxin.core.epidemic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one kind of measure, in the order of the policy. One instance belongs to one thread. */
final class RuleGroup<M extends Measure> {

    private final RuleState[] states;
    private final List<M> measures;

    private RuleGroup(List<RuleState> states, Class<M> kind) {
        this.states = states.toArray(RuleState[]::new);
        this.measures =
                states.stream().map(each -> kind.cast(each.rule.measure())).toList();
    }

    static <M extends Measure> RuleGroup<M> of(Class<M> kind, List<RuleState> all) {
        List<RuleState> states = all.stream()
                .filter(each -> kind.isInstance(each.rule.measure()))
                .toList();
        return new RuleGroup<>(states, kind);
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

    /** The first in force in a community. */
    @Nullable M inForceIn(int community) {
        int i = indexInForceIn(community);
        return i < 0 ? null : measures.get(i);
    }

    /** Number of the first in force in a community; -1 for none. */
    int indexInForceIn(int community) {
        for (int i = 0; i < states.length; i++) {
            RuleState state = states[i];
            if (state.isActive() && (state.isEverywhere() || state.isActiveIn(community))) {
                return i;
            }
        }
        return -1;
    }
}
