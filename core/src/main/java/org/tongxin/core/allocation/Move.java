package org.tongxin.core.allocation;

/**
 * A person who changes place between two plans.
 *
 * @param person number of the person
 * @param from the post before, or {@link PeopleProblem#NO_POST}
 * @param to the post after, or {@link PeopleProblem#NO_POST}; never the same as before
 */
public record Move(int person, int from, int to) {}
