package org.tongxin.core.epidemic;

import java.util.List;
import java.util.TreeSet;

/** Where a rule holds. {@link EachStreet} and {@link EachCommunity} start and stop it in each place by that place's cases. */
public sealed interface Scope {

    /** The whole district at once. */
    record District() implements Scope {}

    /** Some communities at once, by their cases together. @param communities numbers, none twice, at least one */
    record Communities(List<Integer> communities) implements Scope {
        /** Checks and sorts. */
        public Communities {
            communities = List.copyOf(new TreeSet<>(communities));
            if (communities.isEmpty() || communities.getFirst() < 0) {
                throw new IllegalArgumentException(
                        "The communities of a rule (" + communities + ") must be numbers from 0 on, at least one.");
            }
        }
    }

    /** Every street by itself. */
    record EachStreet() implements Scope {}

    /** Every community by itself. */
    record EachCommunity() implements Scope {}
}
