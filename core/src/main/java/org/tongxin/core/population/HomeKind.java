package org.tongxin.core.population;

/**
 * What a home is made of. Its people are numbered in this order: the heads (one, or a couple), their children, their parents,
 * then one more adult.
 */
enum HomeKind {
    SINGLE(1, 0, 0),
    COUPLE(2, 0, 0),
    LONE_PARENT(1, 1, 0),
    /** Two adults who are neither a couple nor parent and child. */
    PAIR(2, 0, 0),
    COUPLE_CHILD(2, 1, 0),
    COUPLE_PARENT(2, 0, 1),
    COUPLE_TWO_CHILDREN(2, 2, 0),
    THREE_GENERATIONS(2, 1, 1),
    COUPLE_CHILD_TWO_PARENTS(2, 1, 2),
    COUPLE_TWO_CHILDREN_TWO_PARENTS(2, 2, 2),
    /** Rooms of collective quarters; their size is told beside the kind. */
    STUDENTS(0, 0, 0),
    WORKERS(0, 0, 0),
    IN_CARE(0, 0, 0);

    /** Number of kinds that are family households. */
    static final int FAMILIES = 10;

    private static final HomeKind[] ALL = values();

    final int heads;
    final int children;
    final int parents;

    HomeKind(int heads, int children, int parents) {
        this.heads = heads;
        this.children = children;
        this.parents = parents;
    }

    static HomeKind of(int ordinal) {
        return ALL[ordinal];
    }

    boolean isRoom() {
        return ordinal() >= FAMILIES;
    }

    int size() {
        return heads + children + parents;
    }
}
