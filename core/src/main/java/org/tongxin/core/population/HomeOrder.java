package org.tongxin.core.population;

import java.util.EnumMap;

/**
 * The homes of each kind in the order in which they are filled: in slices across the whole district, so that what a pool of
 * ages runs out of is missing everywhere a little, not in the community that comes last.
 */
final class HomeOrder {

    private static final int SLICES = 8;
    private static final int KINDS = HomeKind.values().length;

    /** Homes without a place in the order: they take whoever is left. */
    private static final int LAST = 0;

    private static final int CHILDREN = 1;

    /** Families with children are one part; every other kind is a part of its own. */
    private static final EnumMap<HomeKind, Integer> PARTS = parts();

    private final int[] partStart = new int[KINDS + 3];
    private final int[] homes;

    HomeOrder(Homes all) {
        int[] part = new int[KINDS];
        PARTS.forEach((kind, number) -> part[kind.ordinal()] = number);
        for (int home = 0; home < all.count(); home++) {
            partStart[part[all.kind(home).ordinal()] + 1]++;
        }
        for (int i = 1; i < partStart.length; i++) {
            partStart[i] += partStart[i - 1];
        }
        int[] next = partStart.clone();
        homes = new int[all.count()];
        for (int slice = 0; slice < SLICES; slice++) {
            for (int home = slice; home < homes.length; home += SLICES) {
                homes[next[part[all.kind(home).ordinal()]]++] = home;
            }
        }
    }

    private static EnumMap<HomeKind, Integer> parts() {
        EnumMap<HomeKind, Integer> parts = new EnumMap<>(HomeKind.class);
        int next = CHILDREN + 1;
        for (HomeKind kind : HomeKind.values()) {
            if (kind.children > 0) {
                parts.put(kind, CHILDREN);
            } else {
                boolean last = kind == HomeKind.SINGLE || kind == HomeKind.PAIR;
                parts.put(kind, last ? LAST : next++);
            }
        }
        return parts;
    }

    /** First place of the families with children. */
    int childrenStart() {
        return partStart[CHILDREN];
    }

    /** The place after the last family with children. */
    int childrenEnd() {
        return partStart[CHILDREN + 1];
    }

    /** First place of the homes of a kind without children. */
    int start(HomeKind kind) {
        return partStart[part(kind)];
    }

    /** The place after the last home of a kind without children. */
    int end(HomeKind kind) {
        return partStart[part(kind) + 1];
    }

    private static int part(HomeKind kind) {
        Integer part = PARTS.get(kind);
        if (part == null || part <= CHILDREN) {
            throw new IllegalArgumentException("Homes of the kind " + kind + " have no part of their own.");
        }
        return part;
    }

    /** The home at a place. */
    int home(int place) {
        return homes[place];
    }
}
