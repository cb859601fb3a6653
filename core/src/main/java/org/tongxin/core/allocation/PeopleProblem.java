package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who may go where in one shift, at which cost, and what each post needs. Immutable and safe for use by several threads.
 *
 * <p>The total of a plan, which is to be least, is the sum of
 *
 * <ul>
 *   <li>the cost of each pair (person, post) used,
 *   <li>the penalties of the empty places ({@link PostNeed#penaltyWhenFilled}),
 *   <li>{@link #moveCost()} for each person who has a post in the present plan and is not there in the new one, whether
 *       moved or released.
 * </ul>
 *
 * <p>Only the listed pairs, here called arcs, are allowed, and a person takes one place at most. Arcs are kept sorted by
 * person, then post, so that the order in which they were added changes nothing. Each is known by its position, 0 ..
 * {@link #arcCount()} - 1; the arcs of a person lie together, from {@link #firstArc} on.
 */
public final class PeopleProblem {

    /** Largest cost, penalty and move cost: sums over a million people still fit a {@code long}. */
    public static final long MAX_COST = 1_000_000_000_000L;

    /** Largest number of people. */
    public static final int MAX_PEOPLE = 1_000_000;

    /** Stands for "no post" wherever a post number is expected. */
    public static final int NO_POST = -1;

    private final PostNeed[] needOfPost;
    private final int[] firstArcOfPerson;
    private final int[] postOfArc;
    private final long[] costOfArc;
    private final int[] currentOfPerson;
    private final long moveCost;

    private PeopleProblem(Builder builder, SortedArcs arcs) {
        this.needOfPost = builder.needs.toArray(new PostNeed[0]);
        this.firstArcOfPerson = arcs.firstOfPerson;
        this.postOfArc = arcs.post;
        this.costOfArc = arcs.cost;
        this.currentOfPerson = builder.currentOrNone();
        this.moveCost = builder.moveCost;
    }

    /**
     * Starts a problem.
     *
     * @param people number of people, 0 .. {@link #MAX_PEOPLE}; they are numbered 0 .. people - 1
     * @throws IllegalArgumentException when the number is outside its range
     */
    public static Builder builder(int people) {
        return new Builder(people);
    }

    /** Number of people. */
    public int people() {
        return firstArcOfPerson.length - 1;
    }

    /** Number of posts. */
    public int posts() {
        return needOfPost.length;
    }

    /** What a post needs. */
    public PostNeed need(int post) {
        return needOfPost[post];
    }

    /** Number of allowed pairs. */
    public int arcCount() {
        return postOfArc.length;
    }

    /**
     * Position of a person's first arc; the last is at {@code firstArc(person + 1) - 1}.
     *
     * @param person 0 .. people (the number of people itself gives {@link #arcCount()})
     */
    public int firstArc(int person) {
        return firstArcOfPerson[person];
    }

    /** The post of an arc. */
    public int arcPost(int arc) {
        return postOfArc[arc];
    }

    /** The cost of an arc, without any move. */
    public long arcCost(int arc) {
        return costOfArc[arc];
    }

    /** The cost of a pair, without any move; empty when the pair is not allowed. */
    public OptionalLong findCost(int person, int post) {
        int arc = Arrays.binarySearch(postOfArc, firstArc(person), firstArc(person + 1), post);
        return arc < 0 ? OptionalLong.empty() : OptionalLong.of(costOfArc[arc]);
    }

    /** The person's post in the present plan, or {@link #NO_POST}. */
    public int currentPost(int person) {
        return currentOfPerson[person];
    }

    /** What it costs that someone with a post in the present plan is not there in the new one; 0 or more. */
    public long moveCost() {
        return moveCost;
    }

    /** Collects the parts of a problem; for one thread only. */
    public static final class Builder {

        private final int people;
        private final List<PostNeed> needs = new ArrayList<>();
        private int arcs;
        private int[] personOfArc = new int[64];
        private int[] postOfArc = new int[64];
        private long[] costOfArc = new long[64];
        private int @Nullable [] currentOfPerson;
        private long moveCost;

        private Builder(int people) {
            if (people < 0 || people > MAX_PEOPLE) {
                throw new IllegalArgumentException(
                        "The number of people (" + people + ") must lie in 0.." + MAX_PEOPLE + ".");
            }
            this.people = people;
        }

        /** Adds a post, which gets the next free number, beginning with 0. */
        public Builder post(PostNeed need) {
            needs.add(need);
            return this;
        }

        /**
         * Allows a person to take a place at a post. The post may be added later.
         *
         * @param cost of this pair, 0 .. {@link #MAX_COST}
         * @throws IllegalArgumentException when there is no such person or the cost is outside its range
         */
        public Builder arc(int person, int post, long cost) {
            if (person < 0 || person >= people) {
                throw new IllegalArgumentException(
                        "The person (" + person + ") of an arc must lie in 0.." + (people - 1) + ".");
            }
            if (cost < 0 || cost > MAX_COST) {
                throw new IllegalArgumentException("The cost (" + cost + ") of person " + person + " at post " + post
                        + " must lie in 0.." + MAX_COST + ".");
            }
            grow();
            personOfArc[arcs] = person;
            postOfArc[arcs] = post;
            costOfArc[arcs] = cost;
            arcs++;
            return this;
        }

        /**
         * Says where people are in the present plan and what it costs to take one away.
         *
         * @param postOfPerson the present post of each person, or {@link #NO_POST}; copied
         * @param cost for each person moved or released, 0 .. {@link #MAX_COST}
         * @throws IllegalArgumentException when the length is not the number of people or the cost is outside its range
         */
        public Builder current(int[] postOfPerson, long cost) {
            if (postOfPerson.length != people) {
                throw new IllegalArgumentException("The present plan holds " + postOfPerson.length
                        + " people and must hold " + people + ", with " + NO_POST + " for those without a post.");
            }
            if (cost < 0 || cost > MAX_COST) {
                throw new IllegalArgumentException("The moveCost (" + cost + ") must lie in 0.." + MAX_COST + ".");
            }
            currentOfPerson = postOfPerson.clone();
            moveCost = cost;
            return this;
        }

        /**
         * The problem as collected so far.
         *
         * @throws IllegalArgumentException when an arc or the present plan names a post that was not added, or a pair is
         *     listed twice
         */
        public PeopleProblem build() {
            requireKnownPosts();
            return new PeopleProblem(this, new SortedArcs(this));
        }

        private void requireKnownPosts() {
            for (int arc = 0; arc < arcs; arc++) {
                if (postOfArc[arc] < 0 || postOfArc[arc] >= needs.size()) {
                    throw new IllegalArgumentException("The post (" + postOfArc[arc] + ") listed for person "
                            + personOfArc[arc] + " must lie in 0.." + (needs.size() - 1) + ".");
                }
            }
            int[] current = currentOrNone();
            for (int person = 0; person < people; person++) {
                if (current[person] < NO_POST || current[person] >= needs.size()) {
                    throw new IllegalArgumentException("The present post (" + current[person] + ") of person " + person
                            + " must be " + NO_POST + " or lie in 0.." + (needs.size() - 1) + ".");
                }
            }
        }

        private int[] currentOrNone() {
            if (currentOfPerson != null) {
                return currentOfPerson.clone();
            }
            int[] none = new int[people];
            Arrays.fill(none, NO_POST);
            return none;
        }

        private void grow() {
            if (arcs == postOfArc.length) {
                int larger = arcs * 2;
                personOfArc = Arrays.copyOf(personOfArc, larger);
                postOfArc = Arrays.copyOf(postOfArc, larger);
                costOfArc = Arrays.copyOf(costOfArc, larger);
            }
        }
    }

    /** The arcs by person, then post: two stable counting sorts, first by post, then by person. */
    private static final class SortedArcs {

        private final int[] firstOfPerson;
        private final int[] post;
        private final long[] cost;

        SortedArcs(Builder builder) {
            int[] order = new int[builder.arcs];
            Arrays.setAll(order, arc -> arc);
            order = sorted(order, builder.postOfArc, builder.needs.size());
            order = sorted(order, builder.personOfArc, builder.people);
            firstOfPerson = new int[builder.people + 1];
            post = new int[builder.arcs];
            cost = new long[builder.arcs];
            for (int position = 0; position < order.length; position++) {
                firstOfPerson[builder.personOfArc[order[position]] + 1]++;
                post[position] = builder.postOfArc[order[position]];
                cost[position] = builder.costOfArc[order[position]];
            }
            Arrays.parallelPrefix(firstOfPerson, Integer::sum);
            requireNoPairTwice();
        }

        private void requireNoPairTwice() {
            for (int person = 0; person + 1 < firstOfPerson.length; person++) {
                for (int arc = firstOfPerson[person] + 1; arc < firstOfPerson[person + 1]; arc++) {
                    if (post[arc] == post[arc - 1]) {
                        throw new IllegalArgumentException("Person " + person + " is listed twice for post " + post[arc]
                                + ", with costs " + cost[arc - 1] + " and " + cost[arc] + ". Keep one.");
                    }
                }
            }
        }

        private static int[] sorted(int[] order, int[] keyOfArc, int keys) {
            int[] next = new int[keys + 1];
            for (int arc : order) {
                next[keyOfArc[arc] + 1]++;
            }
            for (int key = 0; key < keys; key++) {
                next[key + 1] += next[key];
            }
            int[] result = new int[order.length];
            for (int arc : order) {
                result[next[keyOfArc[arc]]++] = arc;
            }
            return result;
        }
    }
}
