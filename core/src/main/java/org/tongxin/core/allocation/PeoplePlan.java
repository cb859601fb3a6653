package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * Who goes where, with the prices that prove it. Immutable and safe for use by several threads.
 *
 * <p>The <em>post price</em> says what a place there is worth: a further person who came for less would lower the total. The <em>person price</em> says by how much the total would at most rise if this person were not there.
 * Both are dual values of the flow, in the unit of the costs; {@link PlanChecker} says what must hold between them.
 */
public final class PeoplePlan {

    private final int[] postOfPerson;
    private final int[] filledOfPost;
    private final long[] priceOfPerson;
    private final long[] priceOfPost;
    private final long total;

    private PeoplePlan(int[] postOfPerson, long total, long[] priceOfPerson, long[] priceOfPost) {
        this.postOfPerson = postOfPerson;
        this.priceOfPerson = priceOfPerson;
        this.priceOfPost = priceOfPost;
        this.total = total;
        this.filledOfPost = filled(postOfPerson, priceOfPost.length);
    }

    /**
     * A plan from its parts, from a solver or from a store. Nothing is proved here: that is {@link PlanChecker}'s work.
     *
     * @param postOfPerson the post of each person, or {@link PeopleProblem#NO_POST}; copied
     * @param total the total the plan claims
     * @param priceOfPerson the price of each person; copied
     * @param priceOfPost the price of a place at each post, one for each post; copied
     * @throws IllegalArgumentException when the lengths differ or a post has no price
     */
    public static PeoplePlan of(int[] postOfPerson, long total, long[] priceOfPerson, long[] priceOfPost) {
        if (postOfPerson.length != priceOfPerson.length) {
            throw new IllegalArgumentException("The plan has " + postOfPerson.length + " people and "
                    + priceOfPerson.length + " prices of people; it must have one for each.");
        }
        for (int person = 0; person < postOfPerson.length; person++) {
            if (postOfPerson[person] < PeopleProblem.NO_POST || postOfPerson[person] >= priceOfPost.length) {
                throw new IllegalArgumentException("The post (" + postOfPerson[person] + ") of person " + person
                        + " must be " + PeopleProblem.NO_POST + " or lie in 0.." + (priceOfPost.length - 1) + ".");
            }
        }
        return new PeoplePlan(postOfPerson.clone(), total, priceOfPerson.clone(), priceOfPost.clone());
    }

    /** Number of people. */
    public int people() {
        return postOfPerson.length;
    }

    /** Number of posts. */
    public int posts() {
        return priceOfPost.length;
    }

    /** The person's post, or {@link PeopleProblem#NO_POST} when free. */
    public int postOf(int person) {
        return postOfPerson[person];
    }

    /** The post of every person, as a new array to keep or change. */
    public int[] postOfPerson() {
        return postOfPerson.clone();
    }

    /** Number of people at a post. */
    public int filled(int post) {
        return filledOfPost[post];
    }

    /** The people at a post, lowest number first. Looks at everyone. */
    public List<Integer> peopleAt(int post) {
        List<Integer> people = new ArrayList<>();
        for (int person = 0; person < postOfPerson.length; person++) {
            if (postOfPerson[person] == post) {
                people.add(person);
            }
        }
        return List.copyOf(people);
    }

    /** Sum of costs, penalties and moves, as {@link PeopleProblem} defines it. */
    public long total() {
        return total;
    }

    /** What this person's presence saves at most; 0 for someone free. */
    public long personPrice(int person) {
        return priceOfPerson[person];
    }

    /** What a further person at this post would save at most, before their own cost; negative only where none is wanted. */
    public long postPrice(int post) {
        return priceOfPost[post];
    }

    private static int[] filled(int[] postOfPerson, int posts) {
        int[] filled = new int[posts];
        for (int post : postOfPerson) {
            if (post != PeopleProblem.NO_POST) {
                filled[post]++;
            }
        }
        return filled;
    }
}
