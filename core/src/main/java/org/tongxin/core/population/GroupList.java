package org.tongxin.core.population;

/** Groups that are added one after another, classes first. */
final class GroupList {

    private final IntList start;
    private final IntList members;
    private final IntList unitOfGroup;
    private final IntList communityOfUnit;
    private int classes;
    private int schools;

    GroupList(int people) {
        start = new IntList(people / 12 + 1);
        members = new IntList(people / 4 * 3);
        unitOfGroup = new IntList(people / 12 + 1);
        communityOfUnit = new IntList(people / 100 + 1);
        start.add(0);
    }

    /** Opens a school or workplace; the groups that follow belong to it. */
    void openUnit(int community) {
        communityOfUnit.add(community);
    }

    void addMember(int person) {
        members.add(person);
    }

    void closeGroup() {
        start.add(members.size());
        unitOfGroup.add(communityOfUnit.size() - 1);
    }

    /** All groups so far are classes. */
    void endClasses() {
        classes = unitOfGroup.size();
        schools = communityOfUnit.size();
    }

    int schools() {
        return schools;
    }

    Groups groups() {
        return Groups.of(classes, start.toArray(), members.toArray(), unitOfGroup.toArray(), communityOfUnit.toArray());
    }
}
