package org.tongxin.core.population;

import java.util.Arrays;

/**
 * School classes and teams of work: disjoint groups of people, classes first. Each group belongs to a unit, that is a school
 * or a workplace, and each unit stands in a community.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Groups {

    private final int classes;
    private final int[] start;
    private final int[] members;
    private final int[] unitOfGroup;
    private final int[] communityOfUnit;

    private Groups(int classes, int[] start, int[] members, int[] unitOfGroup, int[] communityOfUnit) {
        this.classes = classes;
        this.start = start;
        this.members = members;
        this.unitOfGroup = unitOfGroup;
        this.communityOfUnit = communityOfUnit;
    }

    /**
     * Takes the arrays as they are, but for the order within a group; the caller must not change them afterwards. That nobody is in two groups is checked where
     * the population is put together.
     *
     * @param classes how many of the groups, from 0 on, are school classes; the others are teams of work
     * @param start first place of each group in {@code members}, then the number of members
     * @param members person at each place
     * @param unitOfGroup school or workplace of each group, numbered together
     * @param communityOfUnit where each unit stands; -1 outside the district
     * @throws IllegalArgumentException when the arrays do not fit together
     */
    public static Groups of(int classes, int[] start, int[] members, int[] unitOfGroup, int[] communityOfUnit) {
        if (start.length == 0 || start[0] != 0 || start[start.length - 1] != members.length) {
            throw new IllegalArgumentException(
                    "The array start must begin with 0 and end with the number of members (" + members.length + ").");
        }
        if (unitOfGroup.length != start.length - 1 || classes < 0 || classes > unitOfGroup.length) {
            throw new IllegalArgumentException("There are " + (start.length - 1) + " groups, but " + unitOfGroup.length
                    + " have a unit and " + classes + " are school classes.");
        }
        for (int unit : unitOfGroup) {
            if (unit < 0 || unit >= communityOfUnit.length) {
                throw new IllegalArgumentException(
                        "The unit " + unit + " of a group must lie in 0.." + (communityOfUnit.length - 1) + ".");
            }
        }
        for (int group = 0; group < unitOfGroup.length; group++) {
            Arrays.sort(members, start[group], start[group + 1]);
        }
        return new Groups(classes, start, members, unitOfGroup, communityOfUnit);
    }

    /** No groups at all. */
    public static Groups none() {
        return new Groups(0, new int[] {0}, new int[0], new int[0], new int[0]);
    }

    /** Number of groups; those below {@link #classes()} are school classes. */
    public int count() {
        return start.length - 1;
    }

    /** Number of school classes. */
    public int classes() {
        return classes;
    }

    /** Number of schools and workplaces. */
    public int units() {
        return communityOfUnit.length;
    }

    /** Number of people in all groups. */
    public int members() {
        return members.length;
    }

    /** First place of a group; for {@link #count()} the number of members. */
    public int start(int group) {
        return start[group];
    }

    /** Number of people in a group. */
    public int size(int group) {
        return start[group + 1] - start[group];
    }

    /** The person at a place; within a group the smaller number comes first. */
    public int member(int place) {
        return members[place];
    }

    /** The school or workplace of a group. */
    public int unit(int group) {
        return unitOfGroup[group];
    }

    /** The community where a unit stands; -1 outside the district. */
    public int communityOfUnit(int unit) {
        return communityOfUnit[unit];
    }

    long bytes() {
        return 4L * (start.length + members.length + unitOfGroup.length + communityOfUnit.length);
    }
}
